import { type ClaimRow, type FigureRow, foldRepeats, formatRange, type RepeatedClaim } from '@newsledger/read-models';
import { claimAdminPath } from '../admin/adminPaths.ts';
import { type Html, html } from '../html.ts';
import { createScale, type Scale } from './track.ts';

/** More copies than this of one origin are folded away. */
const COPIES_SHOWN = 5;

/** In which way claims are shown. */
interface Way {
  readonly scale: Scale;
  readonly canCorrect: boolean;
}

/** Every claim as a bar against the reconciled value, copies stacked under the origin that they come from; each leads to where it is judged, if it can be. */
export function originList(figure: FigureRow, claims: readonly ClaimRow[], canCorrect: boolean): Html {
  const scale = createScale(figure, claims);
  const way: Way = { scale, canCorrect };
  const groups = Map.groupBy(claims, ({ origin_id }) => origin_id);
  const absent = groups.get(null) ?? [];
  groups.delete(null);
  const unplaced = absent.filter(({ verdict }) => verdict === 'unplaced');
  const gone = absent.filter(({ verdict }) => verdict !== 'unplaced');
  return html`<div class="claim">${scale.axis()}<div class="head"><strong>Reconciled</strong></div>${scale.track(figure, 'band', `Reconciled: ${formatRange(figure)}`)}</div>
<ol class="origins">${[...groups].map(([origin, members]) => originItem(origin ?? '', members, way))}</ol>
${aside('Read with too little certainty to count', unplaced, way)}${aside('Counts no more', gone, way)}`;
}

/** Claims that decide nothing, and why as a whole. */
function aside(title: string, claims: readonly ClaimRow[], way: Way): Html {
  if (claims.length === 0) return html``;
  return html`<h3>${title}</h3><ol class="origins"><li>${foldRepeats(claims).map((said) => claimItem(said, way))}</li></ol>`;
}

function originItem(origin: string, members: readonly ClaimRow[], way: Way): Html {
  const [first, ...copies] = foldRepeats(members);
  if (first === undefined) return html``;
  const colon = origin.indexOf(':');
  const [kind, name] = [origin.slice(0, colon), origin.slice(colon + 1)];
  const own = members.find(({ source_id }) => source_id === name);
  const articles = new Set(members.map(({ article_url }) => article_url)).size;
  const about = [
    kind === 'wire' && 'wire',
    kind === 'speaker' && 'quoted',
    members.some(({ is_primary }) => is_primary) && 'party to it',
    articles > 1 ? `${articles} articles, one vote` : 'one vote',
  ].filter((word) => word !== false);
  const shown = copies.slice(0, COPIES_SHOWN);
  const folded = copies.slice(COPIES_SHOWN);
  return html`<li><h3>${kind === 'source' ? (own?.source ?? name) : name} <span class="soft">${about.join(' · ')}</span></h3>
${claimItem(first, way)}
${shown.map((claim) => copyItem(claim, way))}
${folded.length > 0 && html`<details><summary>${folded.length} more from there</summary>${folded.map((claim) => copyItem(claim, way))}</details>`}
</li>`;
}

function claimItem(said: RepeatedClaim, way: Way): Html {
  const { claim } = said;
  const [before, after] = splitAt(claim.sentence, claim.quote);
  return html`<div class="claim">${headOf(said, way)}
<blockquote>${after === null ? claim.sentence : html`${before}<mark>${claim.quote}</mark>${after}`}</blockquote>
<div class="soft"><a href="${claim.article_url}" rel="noreferrer">${claim.article_title}</a> (${linksOf(claim, way)})${claim.reason && ` · ${claim.reason}`}</div></div>`;
}

function copyItem(said: RepeatedClaim, way: Way): Html {
  const { claim } = said;
  return html`<div class="claim copy">${headOf(said, way)}
<div class="soft">“${claim.quote}” in <a href="${claim.article_url}" rel="noreferrer">${claim.article_title}</a> (${linksOf(claim, way)})${claim.verdict !== 'agrees' && claim.reason && ` · ${claim.reason}`}</div></div>`;
}

function linksOf({ article_id, claim_id }: ClaimRow, { canCorrect }: Way): Html {
  return html`<a href="/articles/${article_id}">as read</a>${canCorrect && html`, <a href="${claimAdminPath(claim_id)}">judge</a>`}`;
}

function headOf({ claim, times }: RepeatedClaim, { scale }: Way): Html {
  const kind = claim.verdict === 'winner' || claim.verdict === 'agrees' ? 'yes' : claim.verdict === 'loses' ? 'no' : 'gone';
  const colour = { yes: 'agreed', no: 'disputed', gone: 'soft' }[kind];
  const day = claim.published_at?.toISOString().slice(0, 10) ?? 'undated';
  return html`<div class="head"><span class="verdict ${colour}">${claim.verdict}</span> · ${claim.source}, ${day}${claim.speaker !== null && ` · quoting ${claim.speaker}`}${isDoubted(claim) && ` · certainty ${Number(claim.certainty)}`}${times > 1 && ` · ${times} times`}</div>
${scale.track(claim, kind, `${claim.source} says ${formatRange(claim)}`)}`;
}

function isDoubted({ certainty }: ClaimRow): boolean {
  return certainty !== null && Number(certainty) < 1;
}

/** The sentence around the quoted words; null where the quote isn't found literally. */
function splitAt(sentence: string, quote: string): [string, string | null] {
  const at = sentence.indexOf(quote);
  return at < 0 ? [sentence, null] : [sentence.slice(0, at), sentence.slice(at + quote.length)];
}
