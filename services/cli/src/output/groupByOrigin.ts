import type { ClaimRow } from '@newsledger/read-models';

/** All claims that come from one place, the one that speaks for it first. */
export interface OriginGroup {
  /** `Meridian Wire (wire, 4 articles)`; for claims that don't count, why as a whole. */
  readonly title: string;
  readonly claims: readonly ClaimRow[];
}

const UNPLACED = 'Read with too little certainty to count';
const NO_LONGER = 'Counts no more';

/** Claims by their origin, in the order given; what was perhaps misread and what counts no more come last. */
export function groupByOrigin(claims: readonly ClaimRow[]): OriginGroup[] {
  const groups = Map.groupBy(claims, ({ origin_id }) => origin_id);
  const absent = groups.get(null) ?? [];
  groups.delete(null);
  const rest = [
    { title: UNPLACED, claims: absent.filter(({ verdict }) => verdict === 'unplaced') },
    { title: NO_LONGER, claims: absent.filter(({ verdict }) => verdict !== 'unplaced') },
  ];
  const counting = [...groups].map(([origin, members]) => ({ title: titleOf(origin ?? '', members), claims: members }));
  return [...counting, ...rest.filter(({ claims: members }) => members.length > 0)];
}

function titleOf(origin: string, members: readonly ClaimRow[]): string {
  const [kind = '', name = ''] = [origin.slice(0, origin.indexOf(':')), origin.slice(origin.indexOf(':') + 1)];
  const own = members.find(({ source_id }) => source_id === name);
  const articles = new Set(members.map(({ article_url }) => article_url)).size;
  const what = [
    kind === 'wire' ? 'wire' : kind === 'speaker' ? 'quoted' : '',
    members.some(({ is_primary }) => is_primary) ? 'party to it' : '',
    articles > 1 ? `${articles} articles, one vote` : '',
  ].filter((word) => word !== '');
  return `${kind === 'source' ? (own?.source ?? name) : name}${what.length === 0 ? '' : ` (${what.join(', ')})`}`;
}
