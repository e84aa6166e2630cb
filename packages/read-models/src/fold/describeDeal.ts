import type { DealRole, DealType } from '@newsledger/events';
import { corePartiesOf, type EchoCount, parentOf } from '@newsledger/reconcile';
import type { DealClaimRow } from './rows.ts';

/** A report with those that only echo it. */
export interface EchoedReport {
  readonly report: DealClaimRow;
  readonly echoes: EchoCount | null;
}

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
export function describeDeal(reports: readonly EchoedReport[], resolve: (name: string) => string): DealDescription {
  const type = mostSaid(reports.map((said) => [said.report.content.type, said])) ?? 'partnership';
  const parties = partiesOf(reports, resolve);
  return {
    type,
    title: `${parties.map(({ entity }) => entity).join(' – ')}: ${type.replaceAll('_', ' ')}`,
    parties,
    termYears: mostSaid(
      reports.flatMap((said) => (said.report.content.termYears === null ? [] : [[said.report.content.termYears, said] as const])),
    ),
    announcedOn: announcedOn(reports),
  };
}

function partiesOf(reports: readonly EchoedReport[], resolve: (name: string) => string): DealDescription['parties'] {
  const core = new Set(reports.flatMap(({ report }) => corePartiesOf(report.content, resolve)));
  const roles = new Map<string, (readonly [DealRole, EchoedReport])[]>();
  for (const one of reports)
    for (const { role, entity } of one.report.content.parties) {
      const name = resolve(entity);
      const said = roles.get(name);
      if (said === undefined) roles.set(name, [[role, one]]);
      else said.push([role, one]);
    }
  const parents = new Map([...roles.keys()].map((name) => [name, parentOf(name)]));
  // Where some reports name a company and others its part, the part is the party.
  const isWhole = (name: string) =>
    [...parents].some(([part, parent]) => parent === name && !areNamedTogether(name, part, reports, resolve));
  return [...roles]
    .filter(([name]) => !isWhole(name))
    .filter(([name, said]) => core.has(name) || countOf(said.map(([, one]) => one)) >= LEAST_SHARE * countOf(reports))
    .map(([entity, said]) => ({ role: mostSaid(said) ?? 'partner', entity, parent: parents.get(entity) ?? null }))
    .sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || (a.entity < b.entity ? -1 : 1));
}

function areNamedTogether(a: string, b: string, reports: readonly EchoedReport[], resolve: (name: string) => string): boolean {
  return reports.some(({ report: { content } }) => {
    const names = new Set(content.parties.map(({ entity }) => resolve(entity)));
    return names.has(a) && names.has(b);
  });
}

/** The day that most reports name, else the first report of the deal as done. */
function announcedOn(reports: readonly EchoedReport[]): string | null {
  const named = mostSaid(
    reports.flatMap((said) => (said.report.content.announcedOn === null ? [] : [[said.report.content.announcedOn, said] as const])),
  );
  if (named !== null) return named;
  const days = reports
    .filter(({ report: { content } }) => content.status === 'agreed' || content.status === 'announced' || content.status === 'completed')
    .map(({ report }) => (report.publishedAt ?? report.recordedAt).slice(0, 10))
    .sort();
  return days[0] ?? null;
}

/**
 * The value that most sources say, each as surely as it was read best; of equals the smallest, so that the order of reports is nothing.
 */
function mostSaid<T extends string>(said: readonly (readonly [T, EchoedReport])[]): T | null {
  const sources = new Map<T, Map<string, number>>();
  for (const [value, { report, echoes }] of said) {
    const { sourceId } = report;
    const certainty = Math.max(report.certainty ?? 1, ...(echoes?.certainties.keys() ?? []));
    const found = sources.get(value) ?? new Map<string, number>();
    sources.set(value, found.set(sourceId, Math.max(found.get(sourceId) ?? 0, thousandths(certainty))));
  }
  const weights = [...sources].map(([value, weightOf]) => ({ value, weight: [...weightOf.values()].reduce((sum, one) => sum + one, 0) }));
  weights.sort((a, b) => b.weight - a.weight || (a.value < b.value ? -1 : 1));
  return weights[0]?.value ?? null;
}

/** Whole, so that sums are exact in any order. */
function thousandths(certainty: number): number {
  return Math.round(certainty * 1000);
}

function countOf(reports: readonly EchoedReport[]): number {
  return reports.reduce((sum, { echoes }) => sum + 1 + (echoes?.count ?? 0), 0);
}
