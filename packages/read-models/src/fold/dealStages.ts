import type { DealStatus } from '@newsledger/events';
import type { DealClaimRow } from './rows.ts';

/** How far a deal has come; `agreed` and `announced` are one stage told in two ways, and an end is an end. */
const RANKS: Readonly<Record<DealStatus, number>> = {
  rumoured: 1,
  denied: 2,
  talks: 2,
  agreed: 3,
  announced: 3,
  completed: 4,
  terminated: 4,
  blocked: 4,
};

export interface Stage {
  readonly status: DealStatus;
  readonly rank: number;
  /** Day of the first report, and of the last. */
  readonly from: string;
  readonly to: string;
  readonly claims: readonly DealClaimRow[];
}

/** The day that a report is about: when the deal was announced, as it says, else when it was published. */
export function dayOf({ content, publishedAt, recordedAt }: DealClaimRow): string {
  return content.announcedOn ?? (publishedAt ?? recordedAt).slice(0, 10);
}

/** Reports by stage, in the order in which the news first told them. */
export function stagesOf(claims: readonly DealClaimRow[]): Stage[] {
  const byStage = new Map<string, DealClaimRow[]>();
  for (const claim of claims) {
    const { status } = claim.content;
    const name = status === 'announced' ? 'agreed' : status;
    const stage = byStage.get(name);
    if (stage === undefined) byStage.set(name, [claim]);
    else stage.push(claim);
  }
  return [...byStage.values()]
    .map(toStage)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.rank - b.rank || (a.status < b.status ? -1 : 1)));
}

function toStage(claims: readonly DealClaimRow[]): Stage {
  const statuses = claims.map(({ content }) => content.status).sort();
  const status = statuses[0] ?? 'rumoured';
  const days = claims.map((claim) => (claim.publishedAt ?? claim.recordedAt).slice(0, 10)).sort();
  const from = claims.map(dayOf).sort()[0] ?? '';
  return { status, rank: RANKS[status], from, to: days.at(-1) ?? from, claims };
}

/** The stage that a deal has reached: the furthest; of several ends, or of talks and a denial, the one told last. */
export function statusOf(claims: readonly DealClaimRow[]): DealStatus {
  const stages = stagesOf(claims);
  const furthest = Math.max(...stages.map(({ rank }) => rank));
  const reached = stages.filter(({ rank }) => rank === furthest);
  return reached.reduce((a, b) => (b.to > a.to ? b : a)).status;
}
