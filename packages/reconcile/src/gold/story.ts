import type { Figure } from '@newsledger/events';
import { type ExampleDetails, plain, said } from '../exampleClaims.ts';
import { placeClaims } from '../joining/placeClaims.ts';
import type { KeyClaim } from '../keyClaim.ts';
import { reconcile } from '../reconcile.ts';
import { dealValueKey } from '../sampleClaims.ts';

/** What a claim is about, where it is not OpenAI's deal with Amazon Web Services: its figure without amount. */
type About = Partial<Omit<Figure, 'period' | 'amount' | 'speaker'>> & {
  readonly period?: string;
  /** The family of the deal that the text tells it with. */
  readonly toldWith?: string;
};

interface Told {
  readonly claim: KeyClaim;
  readonly about: About;
}

/**
 * What an analyst would put in the table: one text for each figure that a story is about, in the order in which the story first tells them.
 * `38.2bn 38.15bn..38.25bn agreed_with_outlier; C slip; D superseded`: value, low and high (`?` none, `..` with an open end), agreement, and what
 * becomes of the claims that neither win nor agree: the kind of their loss, or their verdict.
 */
export interface Story {
  readonly name: string;
  readonly tells: readonly Told[];
  readonly comesTo: readonly string[];
}

/** `tell('Courier', '~38bn', { measure: 'valuation', period: '2025-11' }, { on: '2025-11-03' })`; amounts as `said` reads them. */
export function tell(source: string, amount: string, about: About = {}, details: ExampleDetails = {}): Told {
  return { claim: said(source, amount, details), about };
}

/** The same figure told by several. */
export function all(about: About, ...told: readonly (readonly [string, string, ExampleDetails?])[]): Told[] {
  return told.map(([source, amount, details]) => tell(source, amount, about, details));
}

/** What reconciling makes of a story, in the words of its expectation. */
export function comeTo({ tells }: Story): string[] {
  const stated = tells.map(({ claim, about }) => {
    const { period, toldWith = null, ...rest } = { ...dealValueKey, ...about };
    const when = period === null ? null : { label: period, from: null, to: null };
    return { claim, figure: { ...rest, period: when, amount: claim.amount, speaker: claim.speaker }, family: toldWith };
  });
  return placeClaims(stated).map(({ key, claims }) => {
    const { value, low, high, agreement, verdicts } = reconcile(key, claims);
    const nameOf = new Map(claims.map(({ claimId, sourceName }) => [claimId, sourceName]));
    const outs = verdicts.flatMap(({ claimId, verdict, kind }) =>
      verdict === 'winner' || verdict === 'agrees' ? [] : [`${nameOf.get(claimId)} ${kind ?? verdict}`],
    );
    return [`${value ?? '?'} ${low ?? ''}..${high ?? ''} ${agreement ?? 'nothing'}`, ...[...new Set(outs)].sort()].join('; ');
  });
}

/** An expectation with its amounts in full. */
export function inFull(expectation: string): string {
  const [figure = '', ...outs] = expectation.split('; ');
  const [value = '?', range = '..', agreement = 'nothing'] = figure.split(' ');
  const [low = '', high = ''] = range.split('..');
  const full = (amount: string) => (amount === '' || amount === '?' ? amount : plain(amount));
  return [`${full(value)} ${full(low)}..${full(high)} ${agreement}`, ...outs.sort()].join('; ');
}
