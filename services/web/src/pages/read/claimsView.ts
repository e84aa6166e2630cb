import type { DealClaim, Explanation, FigureClaim } from '@newsledger/claims';
import { formatAmount } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import type { ReadRequest } from './readForm.ts';
import { type ReadClaim, readClaims } from './readText.ts';

/** More cards help nobody; longer texts are for the command line. */
const MAX_CLAIMS = 200;

/**
 * The figures and deals that a text claims, how surely each was read, and each field with what spoke for it.
 * @param placedFrom certainty from which claims would count.
 */
export function claimsView(request: ReadRequest, placedFrom: number): Html {
  const { figures, deals } = readClaims(request, placedFrom);
  const { published } = request;
  const listed = figures.slice(0, MAX_CLAIMS);
  return html`<h2>What it claims</h2>
<p class="soft">${deals.length} ${deals.length === 1 ? 'deal' : 'deals'}, ${figures.length} ${figures.length === 1 ? 'figure' : 'figures'}${listed.length < figures.length && `, of which the first ${MAX_CLAIMS} are shown`}. Each field says what it was chosen from, what spoke loudest for it, and out of which words.</p>
${published === '' && html`<p class="soft">Without a day of publication, “last Friday” and “this year” name no period.</p>`}
<div class="cards">${deals.slice(0, MAX_CLAIMS).map(dealCard)}${listed.map(figureCard)}</div>`;
}

function dealCard(claim: ReadClaim<DealClaim>): Html {
  const { deal } = claim;
  return card(html`Deal: ${deal.type.replaceAll('_', ' ')}`, claim, [
    ['type', 'type', deal.type.replaceAll('_', ' ')],
    ...deal.parties.map(({ role, entity }, index) => [`parties.${index}`, role, entity] as const),
    ['status', 'status', deal.status],
    ['value', 'value', deal.value === null ? null : formatAmount({ ...deal.value.amount, unit: deal.value.unit })],
    ['termYears', 'term', deal.termYears === null ? null : `${deal.termYears} years`],
    ['announcedOn', 'announced on', deal.announcedOn],
  ]);
}

function figureCard(claim: ReadClaim<FigureClaim>): Html {
  const { figure, evidence } = claim;
  const detail = (figure.definition ?? figure.noun)?.replaceAll('_', ' ');
  return card(
    html`<mark>${evidence.quote}</mark> <span class="soft">${formatAmount({ ...figure.amount, unit: figure.unit })}</span>`,
    claim,
    [
      ['subject', 'subject', figure.subject],
      ['measure', 'measure', `${figure.measure.replaceAll('_', ' ')}${detail === undefined ? '' : ` (${detail})`}`],
      ['counterparty', 'counterparty', figure.counterparty],
      ['period', 'period', figure.period?.label ?? null],
      ['status', 'status', figure.status],
      ['speaker', 'speaker', figure.speaker],
    ],
  );
}

type Field = readonly [key: string, name: string, value: string | null];

function card(head: Html, { evidence, because, certainty, placed }: ReadClaim<FigureClaim | DealClaim>, fields: readonly Field[]): Html {
  return html`<section class="claim"><h3>${head}</h3><p class="soft">certainty ${certainty}, ${placed ? 'placed' : 'unplaced: it would count for nothing'}</p><blockquote class="soft">${evidence.sentence}</blockquote>
<div class="wide" role="group" aria-label="Fields" tabindex="0"><table class="rows"><thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">Why</th><th scope="col">Words</th></tr></thead>
<tbody>${fields.map(([key, name, value]) => value !== null && row(name, value, because?.[key]))}</tbody></table></div></section>`;
}

function row(name: string, value: string, reason: Explanation[string] | undefined): Html {
  return html`<tr><th scope="row">${name}</th><td>${value}</td><td class="soft whole">${reason?.rule}</td><td class="whole">${reason !== undefined && reason.words !== '' && html`“${reason.words.replace(/\s+/g, ' ')}”`}</td></tr>`;
}
