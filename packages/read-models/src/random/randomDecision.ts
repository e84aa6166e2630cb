import { type EventData, judgements, type NewEvent, newEvent } from '@newsledger/events';
import { figureIdOf, figureKeyOf } from '@newsledger/reconcile';
import { instant, NAMES, type RandomWorld, SOURCES } from './randomWorld.ts';

/** What people decide: pins, judgements, names, audits and their epochs, exchange rates. */
export function randomDecision(world: RandomWorld): void {
  world.chances.pick([pinOrUnpin, judgeOrUnjudge, judgeOrUnjudge, changeNames, audit, audit, closeEpoch, recordRates])(world);
}

function pinOrUnpin({ chances, log, say }: RandomWorld): void {
  const figures = reportedFigures(log);
  if (figures.length === 0) return;
  const { figureId } = chances.pick(figures);
  const by = `Editor ${log.length}`;
  if (chances.oneIn(2))
    say(
      `figure-${figureId}`,
      newEvent('FigurePinned', { figureId, value: '39', unit: 'USD', by, reason: 'Filing.', pinnedAt: instant(1000) }),
    );
  else say(`figure-${figureId}`, newEvent('FigureUnpinned', { figureId, by, reason: 'Mistake.', unpinnedAt: instant(1001) }));
}

function judgeOrUnjudge({ chances, log, say }: RandomWorld): void {
  const claims = log.flatMap(({ stream, event }) =>
    event.type === 'FigureReported' || event.type === 'DealReported' ? [{ stream, ...(event.data as EventData<'FigureReported'>) }] : [],
  );
  if (claims.length === 0) return;
  const { stream, claimId, articleId } = chances.pick(claims);
  const about = { claimId, articleId, by: `Editor ${log.length}`, reason: 'Read it again.' };
  const judgement = chances.pick(judgements);
  const field = judgement === 'misread' ? ('value' as const) : null;
  if (chances.oneIn(3)) say(stream, newEvent('ClaimUnjudged', { ...about, unjudgedAt: instant(1007) }));
  else say(stream, newEvent('ClaimJudged', { ...about, judgement, field, correction: null, judgedAt: instant(1006) }));
}

function changeNames({ chances, log, say }: RandomWorld): void {
  const [from, into] = [chances.pick(NAMES), chances.pick(NAMES)];
  const decided = { by: `Editor ${log.length}`, decidedAt: instant(1002) };
  const stream = `entity-${from}`;
  if (chances.oneIn(5)) {
    const { by, ...when } = decided;
    const described = { entity: from, kind: 'organisation' as const, parent: chances.oneIn(2) ? into : null, identifiers: {}, ...when };
    say(stream, newEvent('EntityDescribed', { ...described, by: chances.oneIn(2) ? by : 'built-in list' }));
  } else if (chances.oneIn(3)) say(stream, newEvent('EntityMerged', { from, into, ...decided }));
  else if (chances.oneIn(2)) say(stream, newEvent('EntitySplit', { name: from, from: into, ...decided }));
  else say(stream, newEvent('AliasAdded', { entity: into, alias: from, ...decided }));
}

function audit({ chances, log, say }: RandomWorld): void {
  const figures = reportedFigures(log);
  if (figures.length === 0) return;
  const { figureId, claimId } = chances.pick(figures);
  const outcome = chances.pick(['right', 'wrong_source', 'wrong_extraction'] as const);
  say(
    `figure-${figureId}`,
    newEvent('OutcomeAudited', { claimId, figureId, outcome, evidence: `Filing ${log.length}.`, auditedAt: instant(1003) }),
  );
}

/** Counts need not follow from audits: the fold takes what an epoch froze. Some epochs come in two parts. */
function closeEpoch({ chances, log, say }: RandomWorld): void {
  const epoch = 1 + Math.max(0, ...log.map(({ event }) => (event.type === 'ReliabilityEpochClosed' ? epochOf(event) : 0)));
  const counts = SOURCES.filter(() => chances.oneIn(2)).map((sourceId) => ({
    sourceId,
    measureClass: 'money',
    right: chances.below(9),
    wrong: chances.below(9),
    misread: chances.below(2),
  }));
  const extractors = [{ extractor: 'newsledger/1', measureClass: 'money', right: chances.below(9), wrong: chances.below(3) }];
  const copying = chances.oneIn(2) ? [{ sources: ['post', 'tape'], comparisons: 20 + chances.below(9), shared: 3 }] : [];
  const habits = chances.oneIn(3) ? [{ measure: 'revenue', usual: ['wire'], otherwise: [chances.pick(SOURCES)] }] : [];
  const parts = chances.oneIn(2) ? 2 : 1;
  const closedAt = instant(1004 + log.length);
  if (parts === 2)
    say(
      'figure-reliability',
      newEvent('ReliabilityEpochClosed', { epoch, sources: counts.slice(0, 1), copying, part: 1, parts, closedAt }),
    );
  say(
    'figure-reliability',
    newEvent('ReliabilityEpochClosed', {
      epoch,
      sources: counts.slice(parts - 1),
      extractors,
      habits,
      ...(parts === 1 && { copying }),
      part: parts,
      parts,
      closedAt,
    }),
  );
}

function recordRates({ chances, log, say }: RandomWorld): void {
  const date = instant(chances.below(900)).slice(0, 10);
  const rate = `1.${1 + chances.below(8)}`;
  say(
    'rates-EUR',
    newEvent('ExchangeRatesRecorded', {
      base: 'EUR',
      source: 'Bank',
      rates: [{ date, quote: 'USD', rate }],
      recordedAt: instant(1005 + log.length),
    }),
  );
}

function reportedFigures(log: RandomWorld['log']): { figureId: string; claimId: string }[] {
  return log.flatMap(({ event }) => {
    if (event.type !== 'FigureReported') return [];
    const { figure, claimId } = event.data as EventData<'FigureReported'>;
    return [{ figureId: figureIdOf(figureKeyOf(figure)), claimId }];
  });
}

function epochOf(event: NewEvent): number {
  return (event.data as EventData<'ReliabilityEpochClosed'>).epoch;
}
