/**
 * A question to each view and function of the published schema, by name. The reference page shows them, a test asks them, and the page can't be
 * made while one is missing.
 */
export const sqlExamples: Readonly<Record<string, string>> = {
  article_revisions: `-- Articles that were changed after they were published.
SELECT canonical_url, max(revision) AS revisions, max(correction_note) AS correction
FROM newsledger.article_revisions
GROUP BY canonical_url
HAVING max(revision) > 1;`,
  articles: `-- What was read last, and how many numbers it gave.
SELECT source, title, published_at, claim_count
FROM newsledger.articles
WHERE status = 'captured'
ORDER BY captured_at DESC
LIMIT 10;`,
  audits: `-- What proved wrong, and what proves it.
SELECT source, measure, outcome, true_value, evidence
FROM newsledger.audits
WHERE outcome <> 'right';`,
  claims: `-- Who says it, in which sentence.
SELECT source, published_at, quote, sentence, verdict
FROM newsledger.claims
JOIN newsledger.figures USING (figure_id)
WHERE subject = 'OpenAI' AND measure = 'deal_value' AND counterparty = 'Oracle'
ORDER BY published_at;`,
  copying: `-- Sources that count as one witness.
SELECT group_id, string_agg(source, ', ' ORDER BY source) AS sources
FROM newsledger.copying
GROUP BY group_id;`,
  currency_matches: `-- One fact in two currencies that do not agree.
SELECT subject, measure, value, unit, other_value, other_unit, explanation
FROM newsledger.currency_matches
WHERE NOT agrees;`,
  deal_figures: `-- All figures of one deal.
SELECT deals.title, figures.measure, figures.value, figures.unit
FROM newsledger.deals
JOIN newsledger.deal_figures USING (deal_id)
JOIN newsledger.figures USING (figure_id)
ORDER BY deals.claim_count DESC, deals.deal_id
LIMIT 10;`,
  deal_history: `-- What the ledger learnt of a deal, step by step.
SELECT changed_at, status, value, unit, cause
FROM newsledger.deal_history
WHERE title LIKE '%Oracle%'
ORDER BY position;`,
  deal_parties: `-- Everybody whom OpenAI has a deal with.
SELECT DISTINCT other.entity, other.role
FROM newsledger.deal_parties AS own
JOIN newsledger.deal_parties AS other USING (deal_id)
WHERE own.entity = 'OpenAI' AND other.entity <> 'OpenAI';`,
  deal_stages: `-- From the first rumour on.
SELECT title, stages.status, reported_on, stages.value, stages.unit
FROM newsledger.deal_stages AS stages
JOIN newsledger.deals USING (deal_id)
ORDER BY title, reported_on;`,
  deals: `-- The largest deals that are signed.
SELECT title, type, value, unit, announced_on
FROM newsledger.deals
WHERE unit = 'USD' AND status IN ('agreed', 'announced', 'completed')
ORDER BY value DESC NULLS LAST
LIMIT 10;`,
  disagreements: `-- Both sides of every dispute.
SELECT subject, measure, value, sources, rival_value, rival_sources, kind_words
FROM newsledger.disagreements;`,
  disputes_of: `-- Who says otherwise of what is disputed.
SELECT subject, measure, value, rival_value, rival_sources, kind
FROM newsledger.disputes_of(
  ARRAY(SELECT figure_id FROM newsledger.figures WHERE agreement = 'disputed')
);`,
  entities: `-- What belongs to whom.
SELECT entity, parent, aliases, figure_count
FROM newsledger.entities
WHERE parent IS NOT NULL;`,
  exchange_rates: `SELECT rate_date, base, quote, rate, source
FROM newsledger.exchange_rates
ORDER BY rate_date DESC;`,
  extractor_reliability: `SELECT extractor, measure_class, right_count, wrong_count
FROM newsledger.extractor_reliability;`,
  failing_work: `-- What needs somebody to look at it.
SELECT queue, error, attempts, failed_at
FROM newsledger.failing_work
WHERE parked;`,
  figure_history: `-- How a value came about.
SELECT changed_at, value, agreement, independent_sources, cause
FROM newsledger.figure_history
WHERE subject = 'Nvidia' AND measure = 'market_cap'
ORDER BY position;`,
  figure_keys: `-- What was known once and is no more.
SELECT subject, measure, period, first_recorded
FROM newsledger.figure_keys
WHERE NOT live;`,
  figure_news: `-- What became disputed, latest first.
SELECT changed_at, subject, measure, old_value, value, unit, cause
FROM newsledger.figure_news
WHERE kind = 'disputed'
ORDER BY position DESC
LIMIT 10;`,
  human_decisions: `-- Who decided what lately, and why.
SELECT decided_at, decided_by, decision, about, reason
FROM newsledger.human_decisions
ORDER BY decided_at DESC
LIMIT 20;`,
  figures: `-- All that is known of somebody, best witnessed first.
SELECT measure, period, status, value, unit, agreement, independent_sources
FROM newsledger.figures
WHERE subject = 'OpenAI'
ORDER BY independent_sources DESC, claim_count DESC
LIMIT 10;`,
  figures_named: `-- Figures by the beginnings of words of their names.
SELECT subject, measure, period, value, unit
FROM newsledger.figures
WHERE figure_id IN (SELECT newsledger.figures_named(ARRAY['openai', 'deal']))
ORDER BY claim_count DESC, figure_id
LIMIT 10;`,
  habits: `SELECT source, measure
FROM newsledger.habits
ORDER BY source, measure;`,
  measures: `SELECT measure, definition
FROM newsledger.measures
WHERE measure_class = 'money';`,
  model_usage: `SELECT day, requests, tokens
FROM newsledger.model_usage
ORDER BY day DESC;`,
  outliers: `-- Slips, old numbers and the careless.
SELECT subject, measure, rival_value AS told, rival_sources AS by, value AS stands, kind_words
FROM newsledger.outliers;`,
  pace: `-- How fast news is taken in.
SELECT minute, events, articles, claims
FROM newsledger.pace;`,
  parked_events: `SELECT missing_from, event_type, stream, error
FROM newsledger.parked_events
ORDER BY missing_from;`,
  progress: `-- How far the tables are behind the log.
SELECT last_event, projected_event, events_behind, projected_at
FROM newsledger.progress;`,
  queues: `-- What is still to do.
SELECT queue, pending, failing, parked, waiting_since
FROM newsledger.queues;`,
  reliability: `SELECT source, measure_class, right_count, wrong_count, weight
FROM newsledger.reliability
ORDER BY weight DESC;`,
  reliability_history: `SELECT epoch, source, measure_class, weight
FROM newsledger.reliability_history
ORDER BY epoch, source;`,
  rules: `SELECT rules, placed_from
FROM newsledger.rules;`,
  sources: `-- Sources in trouble, and when they are asked next.
SELECT name, health, last_error, next_poll_at, next_poll_why
FROM newsledger.sources
WHERE removed_at IS NULL
ORDER BY health, name;`,
  tensions: `-- A quarter above its year, a total below one of its parts.
SELECT subject, measure, period, value, rival_period, rival_value, words
FROM newsledger.tensions;`,
  changes_since: `SELECT *
FROM newsledger.changes_since(now() - interval '1 day')
LIMIT 10;`,
  claims_of_deal: `SELECT source, quote, sentence
FROM newsledger.claims_of_deal((SELECT deal_id FROM newsledger.deals ORDER BY claim_count DESC, deal_id LIMIT 1));`,
  deals_as_known: `SELECT title, status, value, unit
FROM newsledger.deals_as_known(now() - interval '1 second')
LIMIT 10;`,
  exchange_rate: `SELECT *
FROM newsledger.exchange_rate('EUR', 'USD', '2025-11-03');`,
  figures_as_known: `SELECT subject, measure, period, value, unit, agreement
FROM newsledger.figures_as_known(now() - interval '1 second')
WHERE subject = 'OpenAI';`,
  figures_in: `SELECT subject, measure, value, unit, converted_value, conversion
FROM newsledger.figures_in('USD')
WHERE measure = 'revenue';`,
  search: `SELECT kind, title, value, unit, sentence
FROM newsledger.search('openai chips')
LIMIT 10;`,
  tension_words: `SELECT subject, measure, value, newsledger.tension_words(figure_id) AS against
FROM newsledger.figures
WHERE subject = 'Tessaly Networks'
LIMIT 10;`,
  timeline: `SELECT period, status, value, unit, agreement
FROM newsledger.timeline('OpenAI', 'revenue');`,
  why: `SELECT verdict, source, quote, sentence, reason
FROM newsledger.why((SELECT figure_id FROM newsledger.figures ORDER BY claim_count DESC, figure_id LIMIT 1));`,
};
