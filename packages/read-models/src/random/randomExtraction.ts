import { type Deal, deterministicId, type Figure, newEvent } from '@newsledger/events';
import { PLACED_FROM } from '@newsledger/reconcile';
import { NAMES, type RandomArticle, type RandomWorld } from './randomWorld.ts';
import type { Chances } from './seededRandom.ts';

/** Up to three claims of an article's latest revision, and the list of them in one part or two. */
export function randomExtraction({ chances, say }: RandomWorld, { articleId, revision, version }: RandomArticle): void {
  const about = { articleId, revision, extractor: { name: 'newsledger', version } };
  const stream = `article-${articleId}`;
  const claimIds: string[] = [];
  const count = chances.below(4);
  for (let index = 0; index < count; index++) {
    const evidence = { quote: 'a number', sentence: `Sentence ${chances.below(3)} with a number.`, start: index, end: index + 8 };
    const isDeal = chances.oneIn(4);
    const claimId = deterministicId('claim', articleId, `${revision}`, `${version}`, `${isDeal ? 'deal' : 'figure'} ${index}`);
    const dealClaimId = claimIds[0] ?? null;
    claimIds.push(claimId);
    const certainty = chances.pick(CERTAINTIES);
    if (isDeal) say(stream, newEvent('DealReported', { claimId, ...about, deal: randomDeal(chances), evidence, certainty }));
    else say(stream, newEvent('FigureReported', { claimId, ...about, figure: randomFigure(chances), evidence, certainty, dealClaimId }));
  }
  const half = chances.oneIn(2) ? 0 : Math.floor(claimIds.length / 2);
  const parts = half > 0 ? 2 : 1;
  if (half > 0) say(stream, newEvent('ExtractionCompleted', { ...about, claimIds: claimIds.slice(0, half), part: 1, parts }));
  say(stream, newEvent('ExtractionCompleted', { ...about, claimIds: claimIds.slice(half), part: parts, parts }));
}

/** Around the threshold, and as events of version 1 have it. */
const CERTAINTIES = [null, 1, 1, 1, 0.95, 0.9, ...[0.01, 0, -0.001].map((step) => Math.round((PLACED_FROM + step) * 1000) / 1000), 0.3];

function randomDeal({ pick, oneIn }: Chances): Deal {
  return {
    type: pick(['acquisition', 'supply_contract']),
    status: pick(['rumoured', 'talks', 'agreed', 'announced', 'completed', 'denied']),
    parties: [
      { role: 'acquirer', entity: pick(NAMES) },
      { role: 'target', entity: 'Target' },
    ],
    value: oneIn(2) ? { unit: 'USD', definition: null, amount: amountOf(pick([38, 83, 40])) } : null,
    termYears: oneIn(2) ? '7' : null,
    announcedOn: oneIn(3) ? '2025-03-01' : null,
    speaker: null,
  };
}

/** Now and then of two parties either of which comes first, of a deal that is agreed or not, or without what another text says. */
function randomFigure({ pick }: Chances): Figure {
  const measure = pick(['revenue', 'investment', 'deal_value', 'funding_raised'] as const);
  return {
    subject: pick(NAMES),
    counterparty: measure === 'revenue' ? null : pick([null, 'Beta', 'Gamma', 'Target']),
    measure,
    definition: pick([null, null, 'cumulative']),
    noun: null,
    period: pick([null, { label: '2025', from: '2025-01-01', to: '2025-12-31' }]),
    status: measure === 'revenue' ? 'actual' : pick(['actual', 'actual', 'talks', 'rumoured']),
    unit: pick(['USD', 'USD', 'USD', 'EUR']),
    amount: amountOf(pick([38, 83, 40, 380])),
    speaker: pick([null, null, 'Someone']),
  };
}

function amountOf(value: number): Figure['amount'] {
  const ends = { low: `${value - 0.5}`, high: `${value + 0.5}`, lowOpen: false, highOpen: false };
  return { value: `${value}`, ...ends, hedge: '=', significantDigits: 2 };
}
