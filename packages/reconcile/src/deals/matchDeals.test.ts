import type { Deal, DealStatus } from '@newsledger/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dealBucketOf } from './dealBucket.ts';
import { type DealReport, matchDeals } from './matchDeals.ts';
import { parentOf } from './parentOf.ts';

const same = (name: string) => name;

interface Details {
  readonly type?: Deal['type'];
  readonly parties?: readonly [string, string];
  readonly status?: DealStatus;
  readonly billions?: number | null;
  readonly position?: number;
  readonly counts?: boolean;
}

/** A report of a supply contract between OpenAI and AWS, unless told otherwise; its day names it. */
function report(
  day: string,
  { type = 'supply_contract', parties, status = 'agreed', billions = null, position, counts = true }: Details = {},
): DealReport {
  const [customer, supplier] = parties ?? ['OpenAI', 'Amazon Web Services'];
  const value = billions === null ? null : valueOfBillions(billions);
  return {
    claimId: `${day} ${supplier}`,
    articleId: `article of ${day} ${supplier}`,
    deal: {
      type,
      status,
      parties: [
        { role: type === 'acquisition' ? 'acquirer' : 'customer', entity: customer },
        { role: type === 'acquisition' ? 'target' : 'supplier', entity: supplier },
      ],
      value,
      termYears: null,
      announcedOn: null,
      speaker: null,
    },
    day,
    position: BigInt(position ?? Date.parse(day) / 86_400_000),
    counts,
  };
}

function valueOfBillions(billions: number): Deal['value'] {
  const text = (amount: number) => String(amount * 1e9);
  return {
    unit: 'USD',
    definition: null,
    amount: {
      value: text(billions),
      low: text(billions - 0.5),
      high: text(billions + 0.5),
      lowOpen: false,
      highOpen: false,
      hedge: '=',
      significantDigits: 2,
    },
  };
}

const days = (reports: readonly DealReport[]) => matchDeals(reports, same).map(({ claimIds }) => claimIds.map((id) => id.slice(0, 10)));

it('takes rumour, talks, agreement and completion for one deal', () => {
  const type = 'acquisition';
  const parties = ['Northgate', 'Tern Robotics'] as const;
  const steps: DealStatus[] = ['rumoured', 'talks', 'agreed', 'completed'];
  const reports = steps.map((status, index) => report(`2025-0${2 * index + 1}-01`, { type, parties, status, billions: 21 + index }));
  expect(days(reports)).toEqual([['2025-01-01', '2025-03-01', '2025-05-01', '2025-07-01']]);
});

it('begins another deal when the same parties agree on another value months later', () => {
  const reports = [report('2025-03-10', { billions: 11.9 }), report('2025-03-11', { billions: 12 }), report('2025-05-15', { billions: 4 })];
  expect(days(reports)).toEqual([['2025-03-10', '2025-03-11'], ['2025-05-15']]);
});

it('gives a late article that tells the old value to the old deal', () => {
  const reports = [report('2025-03-10', { billions: 11.9 }), report('2025-05-15', { billions: 4 }), report('2025-06-20', { billions: 12 })];
  expect(days(reports)).toEqual([['2025-03-10', '2025-06-20'], ['2025-05-15']]);
});

it('takes another value in the same days for a dispute about one deal', () => {
  expect(days([report('2025-11-03', { billions: 38 }), report('2025-11-05', { billions: 83 })])).toHaveLength(1);
});

it('lets a takeover’s price change', () => {
  const type = 'acquisition';
  expect(days([report('2025-01-03', { type, billions: 21 }), report('2025-04-05', { type, billions: 25 })])).toHaveLength(1);
});

it('begins another deal long after the last report', () => {
  expect(days([report('2023-01-03'), report('2025-11-05')])).toHaveLength(2);
});

it('begins another deal with rumours after the first was called off', () => {
  const type = 'acquisition';
  const reports = [
    report('2025-01-03', { type }),
    report('2025-02-03', { type, status: 'terminated' }),
    report('2025-06-03', { type, status: 'rumoured' }),
  ];
  expect(days(reports)).toEqual([['2025-01-03', '2025-02-03'], ['2025-06-03']]);
});

it('takes what is told of a company and of its part for one deal when values agree', () => {
  const ofAmazon = report('2025-11-03', { parties: ['OpenAI', 'Amazon'], billions: 38 });
  const ofAws = report('2025-11-04', { billions: 38 });
  expect(dealBucketOf(ofAmazon.deal, same)).toBe(dealBucketOf(ofAws.deal, same));
  expect(days([ofAmazon, ofAws])).toEqual([['2025-11-03', '2025-11-04']]);
});

it('keeps deals of two parts of one company apart', () => {
  const parts = ['GitHub', 'LinkedIn'].map((part) => report('2025-11-03', { parties: ['OpenAI', part] }));
  expect(days(parts)).toHaveLength(2);
  expect(parts.map(({ deal }) => dealBucketOf(deal, same))).toEqual(Array(2).fill('contract\nMicrosoft\nOpenAI'));
});

it('takes a part that is bought, or that deals with its company, for itself', () => {
  const bought = report('2025-11-03', { type: 'acquisition', parties: ['Northgate', 'LinkedIn'] });
  const own = report('2025-11-03', { parties: ['Amazon', 'Amazon Web Services'] });
  expect([bought, own].map(({ deal }) => dealBucketOf(deal, same))).toEqual([
    'takeover\nLinkedIn\nNorthgate',
    'contract\nAmazon\nAmazon Web Services',
  ]);
});

it('keeps a deal’s name when an earlier rumour, a later report or a withdrawal comes', () => {
  const first = report('2025-11-03', { position: 5 });
  const name = (reports: readonly DealReport[]) => matchDeals(reports, same).map(({ anchor }) => anchor);
  expect(name([first, report('2025-10-20', { position: 9, status: 'rumoured' })])).toEqual(name([first]));
  expect(name([{ ...first, counts: false }, report('2025-11-09', { position: 9 })])).toEqual(name([first]));
});

it('gives two deals that one article reports two names', () => {
  const [old, young] = [report('2023-01-03', { position: 1 }), report('2025-11-05', { position: 1 })];
  const anchors = matchDeals([old, { ...young, articleId: old.articleId }], same).map(({ anchor }) => anchor);
  expect(new Set(anchors).size).toBe(2);
});

it('depends on the set of reports, not on their order, and loses none', () => {
  const someReports = fc.uniqueArray(
    fc.record({
      month: fc.integer({ min: 1, max: 9 }),
      year: fc.constantFrom(2023, 2024, 2025),
      supplier: fc.constantFrom('Amazon', 'Amazon Web Services', 'Twitch'),
      billions: fc.constantFrom(null, 4, 12, 38),
      status: fc.constantFrom<DealStatus>('rumoured', 'agreed', 'completed', 'terminated'),
    }),
    { selector: ({ month, year, supplier }) => `${month} ${year} ${supplier}`, maxLength: 12 },
  );
  fc.assert(
    fc.property(someReports, (drawn) => {
      const reports = drawn.map(({ month, year, supplier, billions, status }) =>
        report(`${year}-0${month}-01`, { parties: ['OpenAI', supplier], billions, status }),
      );
      const matched = matchDeals(reports, same);
      expect(matchDeals(reports.toReversed(), same)).toEqual(matched);
      expect(matched.flatMap(({ claimIds }) => claimIds).sort()).toEqual(reports.map(({ claimId }) => claimId).sort());
      expect(new Set(matched.map(({ anchor }) => anchor)).size).toBe(matched.length);
    }),
  );
});

it('knows the companies of parts, and none of companies', () => {
  expect([parentOf('Amazon Web Services'), parentOf('Amazon')]).toEqual(['Amazon', null]);
});
