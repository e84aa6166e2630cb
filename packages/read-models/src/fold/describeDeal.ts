import type { DealRole, DealType } from '@newsledger/events';
import { corePartiesOf, parentOf } from '@newsledger/reconcile';
import type { DealClaimRow } from './rows.ts';

export interface DealDescription {
  readonly type: DealType;
  readonly title: string;
  /** A party's parent is the company that it is a part of. */
  readonly parties: readonly { readonly role: DealRole; readonly entity: string; readonly parent: string | null }[];
  readonly termYears: string | null;
  readonly announcedOn: string | null;
}

/** Parties that fewer than a third of the reports name are more often an adviser or a slip than a party. */
const LEAST_SHARE = 1 / 3;

const ROLE_ORDER: readonly DealRole[] = ['acquirer', 'investor', 'customer', 'partner', 'seller', 'target', 'investee', 'supplier'];

/** What most reports of a deal say it is. */
export function describeDeal(reports: readonly DealClaimRow[], resolve: (name: string) => string): DealDescription {
  const type = mostSaid(reports.map((report) => [report.content.type, report])) ?? 'partnership';
  const parties = partiesOf(reports, resolve);
  return {
    type,
    title: `${parties.map(({ entity }) => entity).join(' – ')}: ${type.replaceAll('_', ' ')}`,
    parties,
    termYears: mostSaid(
      reports.flatMap((report) => (report.content.termYears === null ? [] : [[report.content.termYears, report] as const])),
    ),
    announcedOn: announcedOn(reports),
  };
}

function partiesOf(reports: readonly DealClaimRow[], resolve: (name: string) => string): DealDescription['parties'] {
  const core = new Set(reports.flatMap((report) => corePartiesOf(report.content, resolve)));
  const roles = new Map<string, (readonly [DealRole, DealClaimRow])[]>();
  for (const report of reports)
    for (const { role, entity } of report.content.parties) {
      const name = resolve(entity);
      const said = roles.get(name);
      if (said === undefined) roles.set(name, [[role, report]]);
      else said.push([role, report]);
    }
  const parents = new Map([...roles.keys()].map((name) => [name, parentOf(name)]));
  // Where some reports name a company and others its part, the part is the party.
  const isWhole = (name: string) =>
    [...parents].some(([part, parent]) => parent === name && !areNamedTogether(name, part, reports, resolve));
  return [...roles]
    .filter(([name]) => !isWhole(name))
    .filter(([name, said]) => core.has(name) || said.length >= LEAST_SHARE * reports.length)
    .map(([entity, said]) => ({ role: mostSaid(said) ?? 'partner', entity, parent: parents.get(entity) ?? null }))
    .sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || (a.entity < b.entity ? -1 : 1));
}

function areNamedTogether(a: string, b: string, reports: readonly DealClaimRow[], resolve: (name: string) => string): boolean {
  return reports.some(({ content }) => {
    const names = new Set(content.parties.map(({ entity }) => resolve(entity)));
    return names.has(a) && names.has(b);
  });
}

/** The day that most reports name, else the first report of the deal as done. */
function announcedOn(reports: readonly DealClaimRow[]): string | null {
  const named = mostSaid(
    reports.flatMap((report) => (report.content.announcedOn === null ? [] : [[report.content.announcedOn, report] as const])),
  );
  if (named !== null) return named;
  const days = reports
    .filter(({ content }) => content.status === 'agreed' || content.status === 'announced' || content.status === 'completed')
    .map((report) => (report.publishedAt ?? report.recordedAt).slice(0, 10))
    .sort();
  return days[0] ?? null;
}

/**
 * The value that most sources say, each as surely as it was read best; of equals the smallest, so that the order of reports is nothing.
 */
function mostSaid<T extends string>(said: readonly (readonly [T, DealClaimRow])[]): T | null {
  const sources = new Map<T, Map<string, number>>();
  for (const [value, { sourceId, certainty }] of said) {
    const found = sources.get(value) ?? new Map<string, number>();
    sources.set(value, found.set(sourceId, Math.max(found.get(sourceId) ?? 0, thousandths(certainty))));
  }
  const weights = [...sources].map(([value, weightOf]) => ({ value, weight: [...weightOf.values()].reduce((sum, one) => sum + one, 0) }));
  weights.sort((a, b) => b.weight - a.weight || (a.value < b.value ? -1 : 1));
  return weights[0]?.value ?? null;
}

/** Whole, so that sums are exact in any order. */
function thousandths(certainty: number | null): number {
  return Math.round((certainty ?? 1) * 1000);
}
