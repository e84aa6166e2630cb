import { expect, test } from 'vitest';
import { boilerplateHeadings, filingItems, sectionsOf } from './sections.ts';
import { splitSentences } from './sentences.ts';

const read = (text: string) => {
  const sentences = splitSentences(text, '');
  return sectionsOf(sentences).map((section, index) => ({ ...section, text: sentences[index]?.text ?? '' }));
};

test.each(boilerplateHeadings.map(({ example }) => [example]))('behind "%s" stands no news', (heading) => {
  const sections = read(`It pays $3 billion.\n\n${heading}\n\nIt has 9,000 people. It pays $2 billion a year.`);

  expect(sections.filter(({ boilerplate }) => !boilerplate).map(({ text }) => text)).toEqual(['It pays $3 billion.']);
});

test.each(filingItems.map(({ heading, status }) => [heading, status] as const))('deals under "%s" are %s', (heading, status) => {
  expect(read(`${heading}\n\nNorthfold buys Halden.`).at(-1)).toMatchObject({ boilerplate: false, status });
});

test.each(['About the deal', 'About 40 people came', 'What it costs', 'Information technology'])('"%s" is a heading of news', (heading) => {
  expect(read(`${heading}\n\nIt pays $3 billion.`).at(-1)).toMatchObject({ boilerplate: false });
});

test('the next heading of news ends what was passed over', () => {
  expect(read('About Northfold\n\nIt has 9,000 people.\n\nThird quarter\n\nIt earned $2 billion.').at(-1)).toMatchObject({
    boilerplate: false,
  });
});

test('a notice needs no heading', () => {
  const notice = 'This press release contains forward-looking statements within the meaning of the law. Sales may reach $9 billion.';

  expect(read(`It pays $3 billion.\n\n${notice}`).map(({ boilerplate }) => boilerplate)).toEqual([false, true, true]);
});
