import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRobotsRules } from './robotsRules.ts';

const site = 'https://news.example';

test.each([
  ['the longest rule wins', 'User-agent: *\nDisallow: /\nAllow: /news\n', '/news/a', true],
  ['of two as long, the one that allows wins', 'User-agent: *\nDisallow: /news\nAllow: /news\n', '/news', true],
  ['a group of our own replaces the one for all', 'User-agent: *\nDisallow: /\n\nUser-agent: newsledger\nDisallow: /x\n', '/a', true],
  ['an own group without rules allows everything', 'User-agent: *\nDisallow: /\nUser-agent: Newsledger/1.0\nDisallow:\n', '/a', true],
  ['two own groups count as one', 'User-agent: Newsledger\nDisallow: /a\n\nUser-agent: NEWSLEDGER\nDisallow: /b\n', '/a', false],
  ['several names share the rules after them', 'User-agent: Other\nUser-agent: Newsledger\nDisallow: /a\n', '/a', false],
  ['a site map between names ends no group', 'User-agent: Newsledger\nSitemap: /s\nUser-agent: Other\nDisallow: /a\n', '/a', false],
  ['a name that only begins like ours is another robot', 'User-agent: Newsledger-Images\nDisallow: /\n', '/a', true],
  ['rules before any name are nobody’s', 'Disallow: /\nUser-agent: *\nAllow: /\n', '/a', true],
  ['a star stands for anything', 'User-agent: *\nDisallow: /*/print\n', '/news/a/print?x', false],
  ['a dollar sign is the end', 'User-agent: *\nDisallow: /*.pdf$\n', '/a.pdf?x=1', true],
  ['a dollar sign elsewhere is itself', 'User-agent: *\nDisallow: /a$b\n', '/a$b', false],
  ['the query counts', 'User-agent: *\nDisallow: /*?session=\n', '/a?session=1', false],
  ['letters are compared as they are, paths by case', 'User-agent: *\nDisallow: /News\n', '/news', true],
  ['letters outside ASCII are as good as their escapes', 'User-agent: *\nDisallow: /ツ\n', '/%e3%83%84', false],
  ['escapes of plain letters are as good as the letters', 'User-agent: *\nDisallow: /%62ar\n', '/bar', false],
  ['an escaped slash is no slash', 'User-agent: *\nDisallow: /a/b\n', '/a%2Fb', true],
  ['index.html stands for its folder', 'User-agent: *\nDisallow: /\nAllow: /news/index.html\n', '/news/', true],
  ['robots.txt itself is never forbidden', 'User-agent: *\nDisallow: /\n', '/robots.txt', true],
  ['comments, odd line ends and a byte order mark don’t matter', '\ufeffuser-agent: * # all\rdisallow: /a # no\r', '/a', false],
  ['common misspellings are meant', 'useragent: *\ndissalow: /a\n', '/a', false],
  ['a forgotten colon is meant', 'user-agent *\ndisallow /a\n', '/a', false],
  ['what is no robots.txt forbids nothing', '<html><body>Disallow: nothing</body></html>', '/a', true],
])('%s', (_what, text, path, allowed) => {
  expect(readRobotsRules(text, 'Newsledger')(site + path).allowed).toBe(allowed);
});

test('the verdict names the line that decided', () => {
  const rules = readRobotsRules('User-agent: *\nDisallow: /private # ours\n', 'Newsledger');

  expect(rules(`${site}/private/a`).rule).toBe('Disallow: /private');
  expect(rules(`${site}/news`).rule).toBeNull();
});

test('the longest delay of our groups counts', () => {
  const text =
    'User-agent: *\nCrawl-delay: 20\nAllow: /\n\nUser-agent: Newsledger\nCrawl-delay: 2\nAllow: /\nUser-agent: Newsledger\nCrawl-delay: 1.5\n';

  expect(readRobotsRules(text, 'Newsledger')(`${site}/`).crawlDelayMs).toBe(2_000);
  expect(readRobotsRules(text, 'Other')(`${site}/`).crawlDelayMs).toBe(20_000);
});

test('no text and no address makes it fail', () => {
  const lines = fc.stringMatching(/^(allow|disallow|user-agent|x)? ?:?[*$/%a\u{fe}-\u{10ff} ]{0,20}$/u);
  fc.assert(
    fc.property(fc.array(lines), fc.webUrl(), (text, url) => {
      expect(typeof readRobotsRules(`User-agent: *\n${text.join('\n')}`, 'Newsledger')(url).allowed).toBe('boolean');
    }),
  );
});

test('a pattern of many stars is matched in a blink', () => {
  const rules = readRobotsRules(`User-agent: *\nDisallow: /${'*a'.repeat(2_000)}$\n`, 'Newsledger');

  expect(rules(`${site}/${'a'.repeat(20_000)}b`).allowed).toBe(true);
});
