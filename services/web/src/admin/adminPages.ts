import { figureStatuses, measureNames, misreadFields } from '@newsledger/events';
import { type ClaimRow, type FigureRow, formatAmount, formatRange, nameDecisions } from '@newsledger/read-models';
import { z } from 'zod';
import { type Html, html } from '../html.ts';
import { layout } from '../pages/layout.ts';
import { nameOf } from '../pages/nameOf.ts';
import { claimAdminPath, figureAdminPath } from './adminPaths.ts';

/** A claim with what a person found of it. */
export interface JudgeableClaim extends ClaimRow {
  readonly kind: 'figure' | 'deal';
  readonly figure_id: string | null;
  readonly taken_for: Readonly<Record<string, unknown>>;
  readonly judgement: string | null;
  readonly misread_field: string | null;
  readonly judged_by: string | null;
  readonly judgement_reason: string | null;
}

/** Where corrections begin: finding a figure, and deciding on names. */
export function adminPage(words: string, figures: readonly FigureRow[], token: string): string {
  return layout(
    'Corrections',
    html`<h1>Corrections</h1>
<p class="lead">Pin a value, judge a claim, or say which names are one. Each is an event of the log: nothing is overwritten, and all of it can be taken back. <a href="/decisions">What was decided so far</a></p>
<h2>A figure, or one of its claims</h2>
<form action="/admin" method="get" role="search"><label>Words<input type="search" name="q" value="${words}"></label><button>Find</button></form>
<ul>${figures.map((figure) => html`<li><a href="${figureAdminPath(figure.figure_id)}">${nameOf(figure)}</a>${figure.period === null ? '' : ` ${figure.period}`}: ${formatAmount(figure)}</li>`)}</ul>
<h2>Names</h2>
${form('/admin/names', token, 'Decide', html`${select('decision', 'What', nameDecisions)}${field('name', 'The name', '', true)}${field('entity', 'is, is not, or is also called for', '', true)}`)}
<p class="soft">merge: both are one entity, and claims of the first move to the second · split: they are two again · alias: the entity is also known by the name.</p>`,
  );
}

/** Pins a figure, or takes the pin back; its claims lead to where they are judged. */
export function figureAdminPage(figure: FigureRow & { readonly pinned?: boolean }, claims: readonly ClaimRow[], token: string): string {
  const path = figureAdminPath(figure.figure_id);
  return layout(
    `Correct ${nameOf(figure)}`,
    html`<h1>Correct <a href="/figures/${figure.figure_id}">${nameOf(figure)}</a></h1>
<p class="value">${formatAmount(figure)}</p><p>${figure.explanation}</p>
<h2>Pin it</h2>
${form(`${path}/pin`, token, 'Pin', field('value', `Value in ${figure.unit}, such as 38bn`, '', true))}
${figure.pinned === true && html`<h2>Take the pin back</h2>${form(`${path}/unpin`, token, 'Unpin', html``)}`}
<h2>Judge a claim</h2>
<ul>${claims.map((claim) => html`<li><a href="${claimAdminPath(claim.claim_id)}">${formatAmount(claim)}</a> ${claim.verdict} · ${claim.source}: ${claim.sentence}</li>`)}</ul>`,
  );
}

/** Says what is right and wrong about one claim. */
export function claimAdminPage(claim: JudgeableClaim, token: string): string {
  const path = claimAdminPath(claim.claim_id);
  const found = [claim.judgement, claim.misread_field].filter((word) => word !== null).join(', ');
  return layout(
    'Judge a claim',
    html`<h1>Judge a claim</h1>
<blockquote>${claim.sentence}</blockquote>
<p class="soft">${claim.source}: <a href="${claim.article_url}" rel="noreferrer">${claim.article_title}</a> (<a href="/articles/${claim.article_id}">as read</a>) · ${claim.verdict}${claim.reason && ` · ${claim.reason}`}</p>
<h2>It was read as</h2>
<dl class="read-as">${Object.entries(claim.taken_for).map(([name, value]) => value !== null && html`<dt>${name.replaceAll('_', ' ')}</dt><dd>${name === 'amount' && claim.kind === 'figure' ? `${formatAmount(claim)} (${formatRange(claim)})` : wordsOf(value)}</dd>`)}</dl>
${claim.judgement !== null && html`<h2>Judged ${found}</h2><p>by ${claim.judged_by}: ${claim.judgement_reason}</p>${form(`${path}/unjudge`, token, 'Take it back', html``)}`}
<h2>${claim.judgement === null ? 'What do you find?' : 'Judge it anew'}</h2>
${form(`${path}/judge`, token, 'Judge', judgeFields(claim))}
<p class="soft">right: it counts as certain · misread: the article says something else, and the claim counts no more · wrong source: the article says so and is wrong; it counts no more, and against the source.</p>`,
  );
}

const periodRead = z.object({ label: z.string() });
const partiesRead = z.array(z.object({ entity: z.string(), role: z.string() }));

/** What a field of a claim was taken for, as people write it. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('_', ' ');
  const period = periodRead.safeParse(value);
  if (period.success) return period.data.label;
  const parties = partiesRead.safeParse(value);
  return parties.success ? parties.data.map(({ entity, role }) => `${entity} (${role})`).join(', ') : JSON.stringify(value);
}

function judgeFields({ kind }: JudgeableClaim): Html {
  return html`${select('judgement', 'It is', ['right', 'misread', 'wrong_source'])}${select('field', 'Misread: what', ['', ...misreadFields])}
${
  kind === 'figure' &&
  html`<fieldset><legend>What the article says instead, as far as you know</legend>${field('value', 'Value')}${field('unit', 'Unit')}${field('subject', 'Subject')}${field('counterparty', 'Counterparty')}${select('measure', 'Measure', ['', ...measureNames])}${field('period', 'Period')}${select('status', 'Status', ['', ...figureStatuses])}${field('speaker', 'Quoted')}</fieldset>`
}`;
}

/** A form that only this page can have made. */
function form(action: string, token: string, button: string, fields: Html): Html {
  return html`<form action="${action}" method="post"><input type="hidden" name="form" value="${token}">${fields}${field('reason', 'Why', '', true)}${field('by', 'Who decides', '', true)}<button>${button}</button></form>`;
}

function field(name: string, label: string, value = '', required = false): Html {
  return html`<label>${label}<input name="${name}" value="${value}"${required && html` required`}></label>`;
}

function select(name: string, label: string, options: readonly string[]): Html {
  return html`<label>${label}<select name="${name}">${options.map((option) => html`<option value="${option}">${option === '' ? '–' : option.replaceAll('_', ' ')}</option>`)}</select></label>`;
}
