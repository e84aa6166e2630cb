import fc from 'fast-check';
import { expect, inject, it } from 'vitest';
import { said, totalKey } from '../exampleClaims.ts';
import type { FigureKey } from '../figureKey.ts';
import { LATER } from '../judge.ts';
import type { KeyClaim } from '../keyClaim.ts';
import { laterBetween } from '../laterBy.ts';
import { type Reconciled, reconcile } from '../reconcile.ts';
import { dealValueKey } from '../sampleClaims.ts';
import { Echoes } from './echoes.ts';
import { echoSubjectOf } from './echoSubject.ts';

const RUNS = inject('form') === 'long' ? 20_000 : 400;

/** Some near each other, in a chain whose ends are not. */
const prints = ['0000000000000000', '000000000000001f', '00000000000003ff', '00ff00000000ffff', 'ffffffff00000000', 'ffff0000ffff0000'];

const claim = fc
  .record({
    source: fc.constantFrom('A', 'B', 'C', 'Meridian Wire'),
    amount: fc.constantFrom('38bn', '38bn', '38bn', '38.2bn', '40bn', '83bn', '>30bn'),
    day: fc.integer({ min: 1, max: 6 }),
    wireCredit: fc.constantFrom(null, null, null, 'Meridian Wire', 'Gull Agency'),
    speaker: fc.constantFrom(null, null, null, null, 'Somebody'),
    print: fc.constantFrom(null, null, ...prints),
    canonicalUrl: fc.constantFrom(null, null, null, null, 'https://a.example/1', 'https://a.example/2'),
    note: fc.constantFrom(null, null, null, null, null, null, null, 'Corrected.'),
    standing: fc.constantFrom<KeyClaim['standing']>('active', 'active', 'active', 'active', 'active', 'revised'),
    isPrimary: fc.constantFrom(false, false, false, false, false, true),
    certainty: fc.constantFrom(null, 1, 0.95, 0.8),
    article: fc.integer({ min: 0, max: 60 }),
    sentence: fc.constantFrom(
      'It is a deal.',
      'It is a deal.',
      'A headline',
      `${'A long sentence that somebody copied, '.repeat(4)}word by word.`,
    ),
    id: fc.uuid(),
  })
  .map(({ source, amount, day, print, note, id, article, isPrimary, ...details }) =>
    said(source, amount, {
      ...details,
      isPrimary,
      speaksFor: isPrimary ? ['Acme'] : [],
      on: `2025-11-0${day}`,
      claimId: id,
      articleId: `article ${source} ${article}`,
      fingerprint: print,
      correctionNote: note,
    }),
  );

/** Claims that come, of which some go again, each after some others came. */
const story = fc.record({
  key: fc.constantFrom<FigureKey>(
    dealValueKey,
    dealValueKey,
    totalKey,
    { ...dealValueKey, status: 'talks' },
    { ...dealValueKey, status: 'forecast' },
  ),
  claims: fc.uniqueArray(claim, { minLength: 1, maxLength: 40, selector: ({ claimId }) => claimId }),
  gone: fc.array(fc.record({ which: fc.nat(), when: fc.nat() }), { maxLength: 5 }),
  copying: fc.boolean(),
});

/** Articles that say one or several things each, out of a few that are said again and again. */
const telling = fc.record({
  amount: fc.constantFrom('38bn', '38bn', '38.2bn', '40bn', '83bn', '>30bn'),
  speaker: fc.constantFrom(null, null, null, null, 'Somebody'),
  sentence: fc.constantFrom('It is a deal.', 'A headline', `${'A long sentence that somebody copied, '.repeat(4)}word by word.`),
  isPrimary: fc.constantFrom(false, false, false, false, false, false, true),
});
const article = fc.record({
  words: fc.nat(),
  source: fc.constantFrom('A', 'A', 'B', 'Meridian Wire'),
  day: fc.integer({ min: 1, max: 5 }),
  wireCredit: fc.constantFrom(null, null, null, null, 'Meridian Wire'),
  fingerprint: fc.constantFrom(null, null, null, ...prints),
  canonicalUrl: fc.constantFrom(null, null, null, null, 'https://a.example/1'),
  correctionNote: fc.constantFrom(null, null, null, null, null, null, null, null, 'Corrected.'),
  certainties: fc.array(fc.constantFrom(null, 1, 0.95, 0.8), { minLength: 3, maxLength: 3 }),
  ids: fc.array(fc.uuid(), { minLength: 3, maxLength: 3 }),
  withdrawn: fc.constantFrom(false, false, false, false, false, true),
});
const storyOfArticles = fc
  .record({
    words: fc.array(fc.array(telling, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    articles: fc.array(article, { minLength: 1, maxLength: 16 }),
    order: fc.array(fc.nat(), { minLength: 48, maxLength: 48 }),
    key: fc.constantFrom<FigureKey>(dealValueKey, dealValueKey, totalKey, { ...dealValueKey, status: 'forecast' }),
    gone: fc.array(fc.record({ which: fc.nat(), when: fc.nat() }), { maxLength: 5 }),
    copying: fc.boolean(),
    mixed: fc.constantFrom(false, false, false, true),
  })
  .map(({ words, articles, order, mixed, ...rest }) => {
    const claims = articles.flatMap(({ words: number, source, day, certainties, ids, withdrawn, ...details }, at) =>
      (words[number % words.length] ?? []).map(({ amount, ...told }, index) =>
        said(source, amount, {
          ...told,
          ...details,
          speaksFor: told.isPrimary ? ['Acme'] : [],
          on: `2025-11-0${day}`,
          claimId: `${ids[index]} ${at}.${index}`,
          certainty: certainties[index] ?? null,
          standing: withdrawn && index === 1 ? 'revised' : 'active',
          articleId: `article ${at}`,
        }),
      ),
    );
    const places = new Map(claims.map((claim, index) => [claim, order[index] ?? 0]));
    return { ...rest, claims: mixed ? claims.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)) : claims };
  });

const copyGroupOf = (sourceId: string) => (sourceId === 'a' || sourceId === 'b' ? 'a' : null);

it.each([
  ['by claims that stand for their echoes', story],
  ['where articles say several things', storyOfArticles],
])('decides the same %s as by all claims, whatever came and went before', (_, stories) => {
  fc.assert(fc.property(stories, expectTheSame), { numRuns: RUNS });
});

it('remembers a text that only an echo leads to when the leader of that echo is tied to something else', () => {
  const page = { canonicalUrl: 'https://a.example/1' };
  const text = { fingerprint: 'ffff0000ffff0000' };
  const claim = (source: string, id: string, on: string, details: Partial<KeyClaim>) =>
    said(source, '38bn', { claimId: id, articleId: id, on, ...details });
  // The third echoes the first, whose page it is of. Its text alone ties the second to that page, which turns out to be the wire's.
  const claims = [
    claim('A', '2', '2025-11-01', page),
    claim('A', '4', '2025-11-02', text),
    claim('A', '3', '2025-11-01', { ...page, ...text }),
    claim('Meridian Wire', '1', '2025-11-01', page),
  ];
  expectTheSame({ key: dealValueKey, claims, gone: [], copying: false });
});

const [STORIES, PAPERS] = [12, 50];

it.each([1, 2, 3])('lets thousands of copies of a dozen stories that say it %i times stand for themselves a few times each', (times) => {
  const echoes = new Echoes();
  for (let copy = 0; copy < 2000; copy++) {
    const story = copy % STORIES;
    for (let time = 0; time < times; time++)
      echoes.add(
        echoSubjectOf(
          said(`Paper ${copy % PAPERS}`, `${38 + story + time}bn`, {
            claimId: `claim ${(copy * 7919) % 2003} ${time}`,
            articleId: `article ${copy}`,
            wireCredit: 'Meridian Wire',
            canonicalUrl: `https://paper.example/${copy}`,
            fingerprint: (BigInt(story) * 0x0f1e2d3c4b5a6978n + BigInt(copy % 7)).toString(16).padStart(16, '0').slice(-16),
            on: `2025-11-${String(1 + (copy % 28)).padStart(2, '0')}`,
          }),
        ),
      );
    echoes.settle();
  }
  // Each paper tells every second story.
  expect(echoes.kept / times).toBeLessThan((3 * STORIES * PAPERS) / 2);
});

interface Story {
  readonly key: FigureKey;
  readonly claims: readonly KeyClaim[];
  /** Claims that go again, each after another one came. */
  readonly gone: readonly { readonly which: number; readonly when: number }[];
  readonly copying: boolean;
}

function expectTheSame({ key, claims, gone, copying }: Story): void {
  const options = copying ? { copyGroupOf } : {};
  const echoes = new Echoes();
  const here = new Map<string, KeyClaim>();
  claims.forEach((claim, index) => {
    echoes.add(echoSubjectOf(claim));
    here.set(claim.claimId, claim);
    for (const { which, when } of gone) {
      const leaving = claims[which % claims.length];
      if (when % claims.length !== index || leaving === undefined || !here.delete(leaving.claimId)) continue;
      echoes.delete(leaving.claimId);
    }
    echoes.settle();
  });
  const kept = [...here.values()]
    .filter(({ claimId }) => echoes.leaderOf(claimId) === null)
    .map((claim) => ({ ...claim, echoes: echoes.echoesOf(claim.claimId) }));

  expect(told(reconcile(key, kept, options), [...here.values()], echoes)).toEqual(
    told(reconcile(key, [...here.values()], options), [...here.values()], echoes),
  );
}

/** All that is told of a figure, each claim's verdict included. */
function told({ verdicts, echoVerdicts, ...figure }: Reconciled, all: readonly KeyClaim[], echoes: Echoes) {
  const own = new Map(verdicts.map((verdict) => [verdict.claimId, verdict]));
  return {
    ...figure,
    verdicts: all.map((claim) => {
      const known = own.get(claim.claimId);
      if (known !== undefined) return known;
      const { replacedAt, ...judged } = echoVerdicts.get(echoes.leaderOf(claim.claimId) ?? '') ?? { replacedAt: null, reason: 'none' };
      const from = claim.statedAt ?? claim.publishedAt;
      const reason = judged.reason.replace(LATER, replacedAt === null || from === null ? '' : laterBetween(from, replacedAt));
      return { claimId: claim.claimId, ...judged, reason };
    }),
  };
}
