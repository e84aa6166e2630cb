-- What users may rely on: changes here are additive.
CREATE SCHEMA IF NOT EXISTS newsledger;
COMMENT ON SCHEMA newsledger IS
  'Reconciled figures and deals from the news, with every claim behind them. Money is in base units with its currency in unit; 5 % is 5; times are timestamptz.';

CREATE VIEW newsledger.figures AS
SELECT figure_id, subject, counterparty, measure, definition, noun, period, period_from, period_to, status, unit, value, low, high,
       agreement, confidence, claim_count, independent_sources, pinned, first_reported, first_recorded, last_changed,
       explanation, why
FROM projection.figure
WHERE live;

CREATE VIEW newsledger.claims AS
SELECT claim.claim_id,
       claim.kind,
       claim.figure_id,
       coalesce(claim.deal_id, deal_claim.deal_id) AS deal_id,
       coalesce(source.name, claim.source_id) AS source,
       claim.source_id,
       claim.article_id,
       coalesce(claim.canonical_url, article.canonical_url, article.url) AS article_url,
       coalesce(claim.article_title, article.title) AS article_title,
       claim.published_at,
       claim.stated_at,
       claim.quote,
       claim.sentence,
       claim.quote_start,
       claim.quote_end,
       (amount.stated ->> 'value')::numeric AS value,
       (amount.stated ->> 'low')::numeric AS low,
       (amount.stated ->> 'high')::numeric AS high,
       coalesce(claim.content ->> 'unit', claim.content -> 'value' ->> 'unit') AS unit,
       amount.stated ->> 'hedge' AS hedge,
       claim.content ->> 'status' AS status,
       claim.content -> 'period' ->> 'label' AS period,
       claim.content ->> 'speaker' AS speaker,
       claim.origin_id,
       claim.is_primary,
       claim.verdict,
       claim.reason,
       claim.revision,
       claim.extractor_name || '/' || claim.extractor_version AS extractor,
       claim.recorded_at
FROM projection.claim
JOIN projection.article ON article.article_id = claim.article_id
LEFT JOIN projection.source ON source.source_id = claim.source_id
LEFT JOIN projection.claim AS deal_claim ON deal_claim.claim_id = claim.deal_claim_id
CROSS JOIN LATERAL (SELECT coalesce(claim.content -> 'amount', claim.content -> 'value' -> 'amount') AS stated) AS amount
WHERE claim.standing <> 'pending';

CREATE VIEW newsledger.deals AS
SELECT deal_id, type, title, value, low, high, unit, value_definition, term_years, status, announced_on, agreement, claim_count,
       independent_sources, first_reported, first_recorded, last_changed, explanation
FROM projection.deal
WHERE live;

CREATE VIEW newsledger.deal_parties AS
SELECT deal.deal_id, party.role, party.entity
FROM projection.deal
CROSS JOIN LATERAL jsonb_to_recordset(deal.parties) AS party (role text, entity text)
WHERE deal.live;

CREATE VIEW newsledger.deal_stages AS
SELECT deal.deal_id, stage.status, stage.reported_on, stage.value, stage.low, stage.high, stage.unit, stage.value_definition, stage.claim_count
FROM projection.deal
CROSS JOIN LATERAL jsonb_to_recordset(deal.stages)
  AS stage (status text, reported_on date, value numeric, low numeric, high numeric, unit text, value_definition text, claim_count int)
WHERE deal.live;

CREATE VIEW newsledger.deal_figures AS
SELECT DISTINCT deal_claim.deal_id, claim.figure_id
FROM projection.claim
JOIN projection.claim AS deal_claim ON deal_claim.claim_id = claim.deal_claim_id
WHERE claim.standing = 'active' AND deal_claim.standing = 'active';

CREATE VIEW newsledger.disagreements AS
SELECT figure.figure_id, figure.subject, figure.counterparty, figure.measure, figure.definition, figure.period, figure.status, figure.unit,
       figure.value, figure.low, figure.high, winners.sources,
       rival.value AS rival_value, rival.low AS rival_low, rival.high AS rival_high, rival.sources AS rival_sources,
       rival.reason, figure.explanation, figure.last_changed
FROM projection.figure
CROSS JOIN LATERAL (
  SELECT array_agg(DISTINCT coalesce(source.name, claim.source_id) ORDER BY coalesce(source.name, claim.source_id)) AS sources
  FROM projection.claim
  LEFT JOIN projection.source ON source.source_id = claim.source_id
  WHERE claim.figure_id = figure.figure_id AND claim.verdict IN ('winner', 'agrees')
) AS winners
CROSS JOIN LATERAL (
  SELECT (claim.content -> 'amount' ->> 'value')::numeric AS value,
         (claim.content -> 'amount' ->> 'low')::numeric AS low,
         (claim.content -> 'amount' ->> 'high')::numeric AS high,
         array_agg(DISTINCT coalesce(source.name, claim.source_id) ORDER BY coalesce(source.name, claim.source_id)) AS sources,
         min(claim.reason) AS reason
  FROM projection.claim
  LEFT JOIN projection.source ON source.source_id = claim.source_id
  WHERE claim.figure_id = figure.figure_id AND claim.verdict = 'loses'
  GROUP BY 1, 2, 3
) AS rival
WHERE figure.live AND figure.agreement = 'disputed';

CREATE VIEW newsledger.figure_history AS
SELECT history.figure_id, history.position, history.event_id, history.event_type, history.changed_at, history.live,
       figure.subject, figure.counterparty, figure.measure, figure.definition, figure.noun, figure.period,
       history.period_from, history.period_to, figure.status, figure.unit,
       history.value, history.low, history.high, history.agreement, history.confidence, history.claim_count, history.independent_sources,
       history.pinned, history.first_reported, figure.first_recorded, history.explanation, history.why
FROM projection.figure_history AS history
JOIN projection.figure ON figure.figure_id = history.figure_id;

CREATE VIEW newsledger.deal_history AS
SELECT deal_id, position, event_id, event_type, changed_at, live, type, title, parties, value, low, high, unit, value_definition, term_years,
       status, announced_on, agreement, claim_count, independent_sources, first_reported, explanation
FROM projection.deal_history;

CREATE VIEW newsledger.articles AS
SELECT article.article_id, coalesce(source.name, article.source_id) AS source, article.source_id, article.url,
       coalesce(article.canonical_url, article.url) AS canonical_url, article.title, article.byline, article.published_at,
       article.modified_at, article.language, article.wire_credit, article.correction_note,
       CASE
         WHEN article.withdrawn_at IS NOT NULL THEN 'withdrawn'
         WHEN article.captured_at IS NOT NULL THEN 'captured'
         WHEN article.unavailable_reason IS NOT NULL THEN 'unavailable'
         ELSE 'discovered'
       END AS status,
       coalesce(article.withdrawn_reason, article.unavailable_reason) AS status_reason,
       article.paywalled, article.revision, article.word_count,
       (SELECT count(*)::int FROM projection.claim WHERE claim.article_id = article.article_id AND claim.standing = 'active') AS claim_count,
       article.discovered_at, article.captured_at, article.extracted_at, article.withdrawn_at
FROM projection.article
LEFT JOIN projection.source ON source.source_id = article.source_id;

CREATE VIEW newsledger.article_revisions AS
SELECT article_id, revision, url, canonical_url, title, published_at, modified_at, wire_credit, correction_note, capture_hash, text_hash,
       fingerprint, word_count, recorded_at
FROM projection.article_revision;

CREATE VIEW newsledger.sources AS
SELECT source.source_id, source.name, source.url, source.kind, source.primary_for, source.every_seconds, source.declared_by,
       CASE
         WHEN source.removed_at IS NOT NULL THEN 'removed'
         WHEN source.degraded_since IS NOT NULL THEN 'degraded'
         WHEN poll.failures > 0 THEN 'failing'
         WHEN poll.last_polled_at IS NULL THEN 'new'
         ELSE 'healthy'
       END AS health,
       source.degraded_since,
       coalesce(poll.last_error, source.degraded_reason) AS last_error,
       coalesce(poll.last_status, source.degraded_status) AS last_status,
       coalesce(poll.failures, 0) AS failures,
       poll.last_polled_at, poll.next_poll_at,
       (SELECT count(*)::int FROM projection.article WHERE article.source_id = source.source_id) AS article_count,
       (SELECT max(article.published_at) FROM projection.article WHERE article.source_id = source.source_id) AS newest_article_at,
       source.registered_at, source.changed_at, source.removed_at
FROM projection.source
LEFT JOIN polling.poll_state AS poll ON poll.source_id = source.source_id;

CREATE VIEW newsledger.entities AS
WITH RECURSIVE mentioned AS (
  SELECT subject AS name, figure_id, NULL::uuid AS deal_id FROM projection.figure WHERE live
  UNION ALL
  SELECT counterparty, figure_id, NULL FROM projection.figure WHERE live AND counterparty IS NOT NULL
  UNION ALL
  SELECT party.entity, NULL, deal.deal_id
  FROM projection.deal CROSS JOIN LATERAL jsonb_to_recordset(deal.parties) AS party (entity text)
  WHERE deal.live
), resolved AS (
  SELECT entity_name.name AS alias, entity_name.entity AS name, 1 AS depth FROM projection.entity_name
  UNION
  SELECT resolved.alias, entity_name.entity, resolved.depth + 1
  FROM resolved JOIN projection.entity_name ON entity_name.name = resolved.name
  WHERE resolved.depth < 20
), names AS (
  SELECT name FROM mentioned
  UNION
  SELECT entity FROM projection.entity_name WHERE NOT EXISTS (SELECT FROM projection.entity_name AS further WHERE further.name = entity_name.entity)
)
SELECT names.name AS entity,
       coalesce((SELECT array_agg(DISTINCT resolved.alias ORDER BY resolved.alias) FROM resolved WHERE resolved.name = names.name), '{}') AS aliases,
       '{}'::jsonb AS identifiers,
       count(DISTINCT mentioned.figure_id)::int AS figure_count,
       count(DISTINCT mentioned.deal_id)::int AS deal_count
FROM names
LEFT JOIN mentioned ON mentioned.name = names.name
GROUP BY names.name;

CREATE VIEW newsledger.measures AS
SELECT measure.measure, measure.measure_class, measure.definition FROM projection.measure;

COMMENT ON VIEW newsledger.figures IS 'One row per figure key: the reconciled value of everything that sources say about one fact.';
COMMENT ON COLUMN newsledger.figures.figure_id IS 'Stable id, made of the figure key.';
COMMENT ON COLUMN newsledger.figures.subject IS 'Canonical name of who or what is measured.';
COMMENT ON COLUMN newsledger.figures.counterparty IS 'The other party, for figures about a deal or a holding.';
COMMENT ON COLUMN newsledger.figures.measure IS 'What is measured; the view measures defines each.';
COMMENT ON COLUMN newsledger.figures.definition IS 'Which of several definitions under one measure (equity, with_debt, cumulative, annual_rate); null is the plain one.';
COMMENT ON COLUMN newsledger.figures.noun IS 'What is counted or measured, for measures called other_….';
COMMENT ON COLUMN newsledger.figures.period IS 'When the figure holds, as a label such as 2025, 2025-Q3, 2025-11-03 or 2023/2030; null when it has no period.';
COMMENT ON COLUMN newsledger.figures.period_from IS 'First day of the period.';
COMMENT ON COLUMN newsledger.figures.period_to IS 'Last day of the period.';
COMMENT ON COLUMN newsledger.figures.status IS 'actual, forecast, planned, talks, rumoured, denied or historic.';
COMMENT ON COLUMN newsledger.figures.unit IS 'ISO 4217 code for money, % for percent, W, Wh, year, or the singular noun that is counted.';
COMMENT ON COLUMN newsledger.figures.value IS 'The reconciled value in unit; null when the sources give only an order of magnitude.';
COMMENT ON COLUMN newsledger.figures.low IS 'Lower end of what the winning sources allow; null is open.';
COMMENT ON COLUMN newsledger.figures.high IS 'Upper end of what the winning sources allow; null is open.';
COMMENT ON COLUMN newsledger.figures.agreement IS 'single_source, agreed, agreed_with_outlier, disputed, or superseded (a later statement replaced an earlier, different value).';
COMMENT ON COLUMN newsledger.figures.confidence IS 'How sure the value is, from 0 to 1.';
COMMENT ON COLUMN newsledger.figures.claim_count IS 'Claims that count for this figure now, copies included.';
COMMENT ON COLUMN newsledger.figures.independent_sources IS 'Origins among them: copies of one story, and quotes of one speaker, are one.';
COMMENT ON COLUMN newsledger.figures.pinned IS 'Whether a person decided the value.';
COMMENT ON COLUMN newsledger.figures.first_reported IS 'Earliest publication among the claims (valid time).';
COMMENT ON COLUMN newsledger.figures.first_recorded IS 'When this database first knew the figure (recorded time).';
COMMENT ON COLUMN newsledger.figures.last_changed IS 'When this row last changed (recorded time).';
COMMENT ON COLUMN newsledger.figures.explanation IS 'Why the value is what it is, in one sentence.';
COMMENT ON COLUMN newsledger.figures.why IS 'The decision as JSON: rule version, winner, origins with members and weights, losers and superseded claims with reasons.';

COMMENT ON VIEW newsledger.claims IS 'One row per figure or deal as one article states it, with its sentence and what became of it.';
COMMENT ON COLUMN newsledger.claims.claim_id IS 'Stable id of the claim.';
COMMENT ON COLUMN newsledger.claims.kind IS 'figure or deal.';
COMMENT ON COLUMN newsledger.claims.figure_id IS 'The figure that this claim is about; null for deal claims.';
COMMENT ON COLUMN newsledger.claims.deal_id IS 'The deal that this claim states, or whose value or term it gives.';
COMMENT ON COLUMN newsledger.claims.source IS 'Name of the source.';
COMMENT ON COLUMN newsledger.claims.source_id IS 'Id of the source in sources.yaml.';
COMMENT ON COLUMN newsledger.claims.article_id IS 'The article that states the claim.';
COMMENT ON COLUMN newsledger.claims.article_url IS 'Canonical address of the article.';
COMMENT ON COLUMN newsledger.claims.article_title IS 'Title of the revision that states the claim.';
COMMENT ON COLUMN newsledger.claims.published_at IS 'When the article was published (valid time).';
COMMENT ON COLUMN newsledger.claims.stated_at IS 'When the revision that states the claim was published or changed (valid time).';
COMMENT ON COLUMN newsledger.claims.quote IS 'The words that give the amount.';
COMMENT ON COLUMN newsledger.claims.sentence IS 'The whole sentence.';
COMMENT ON COLUMN newsledger.claims.quote_start IS 'Where the quote starts in the reading text, in UTF-16 code units.';
COMMENT ON COLUMN newsledger.claims.quote_end IS 'Where the quote ends, exclusive.';
COMMENT ON COLUMN newsledger.claims.value IS 'The number as written, in unit; null for ranges and orders of magnitude.';
COMMENT ON COLUMN newsledger.claims.low IS 'Lower end of what the words allow; null is open.';
COMMENT ON COLUMN newsledger.claims.high IS 'Upper end of what the words allow; null is open.';
COMMENT ON COLUMN newsledger.claims.unit IS 'Unit of the amounts.';
COMMENT ON COLUMN newsledger.claims.hedge IS '= as written, ~ about, <~ nearly, > more than, <= up to, range, order of magnitude.';
COMMENT ON COLUMN newsledger.claims.status IS 'Status of the figure or deal as stated.';
COMMENT ON COLUMN newsledger.claims.period IS 'Period label as stated.';
COMMENT ON COLUMN newsledger.claims.speaker IS 'Whom the article quotes; null when it speaks for itself.';
COMMENT ON COLUMN newsledger.claims.origin_id IS 'Where the claim really comes from; claims with one origin are one vote.';
COMMENT ON COLUMN newsledger.claims.is_primary IS 'Whether the source is a party''s own release.';
COMMENT ON COLUMN newsledger.claims.verdict IS 'winner, agrees, loses, superseded or withdrawn.';
COMMENT ON COLUMN newsledger.claims.reason IS 'Why the verdict is what it is.';
COMMENT ON COLUMN newsledger.claims.revision IS 'Revision of the article; 0 is the feed entry.';
COMMENT ON COLUMN newsledger.claims.extractor IS 'Name and version of the extractor that read the claim.';
COMMENT ON COLUMN newsledger.claims.recorded_at IS 'When the claim entered the log (recorded time).';

COMMENT ON VIEW newsledger.deals IS 'One row per deal, matched across articles and time.';
COMMENT ON COLUMN newsledger.deals.deal_id IS 'Stable id of the deal.';
COMMENT ON COLUMN newsledger.deals.type IS 'acquisition, merger, investment, funding_round, supply_contract, partnership, joint_venture, divestiture, ipo, financing or settlement.';
COMMENT ON COLUMN newsledger.deals.title IS 'The parties and the type, for people.';
COMMENT ON COLUMN newsledger.deals.value IS 'Reconciled value at the deal''s latest stage.';
COMMENT ON COLUMN newsledger.deals.low IS 'Lower end of the value.';
COMMENT ON COLUMN newsledger.deals.high IS 'Upper end of the value.';
COMMENT ON COLUMN newsledger.deals.unit IS 'Currency of the value.';
COMMENT ON COLUMN newsledger.deals.value_definition IS 'Definition of the value (equity, with_debt, final_price); null is the plain one.';
COMMENT ON COLUMN newsledger.deals.term_years IS 'Length of the agreement in years.';
COMMENT ON COLUMN newsledger.deals.status IS 'rumoured, talks, agreed, announced, completed, terminated, blocked or denied.';
COMMENT ON COLUMN newsledger.deals.announced_on IS 'Day of the announcement, as most sources give it, else the day it was first reported as agreed.';
COMMENT ON COLUMN newsledger.deals.agreement IS 'Agreement on the value, or on the deal itself when no value is told.';
COMMENT ON COLUMN newsledger.deals.claim_count IS 'Claims that state the deal now.';
COMMENT ON COLUMN newsledger.deals.independent_sources IS 'Origins among them.';
COMMENT ON COLUMN newsledger.deals.first_reported IS 'Earliest publication among its claims (valid time).';
COMMENT ON COLUMN newsledger.deals.first_recorded IS 'When this database first knew the deal (recorded time).';
COMMENT ON COLUMN newsledger.deals.last_changed IS 'When this row last changed (recorded time).';
COMMENT ON COLUMN newsledger.deals.explanation IS 'Why the value is what it is, in one sentence.';

COMMENT ON VIEW newsledger.deal_parties IS 'Who takes part in a deal, and as what.';
COMMENT ON COLUMN newsledger.deal_parties.deal_id IS 'The deal.';
COMMENT ON COLUMN newsledger.deal_parties.role IS 'acquirer, target, investor, investee, supplier, customer, partner or seller.';
COMMENT ON COLUMN newsledger.deal_parties.entity IS 'Canonical name of the party.';

COMMENT ON VIEW newsledger.deal_stages IS 'The stages of a deal in the order in which the news reported them (valid time).';
COMMENT ON COLUMN newsledger.deal_stages.deal_id IS 'The deal.';
COMMENT ON COLUMN newsledger.deal_stages.status IS 'Status of this stage.';
COMMENT ON COLUMN newsledger.deal_stages.reported_on IS 'Day of the first report of this stage.';
COMMENT ON COLUMN newsledger.deal_stages.value IS 'Reconciled value at this stage.';
COMMENT ON COLUMN newsledger.deal_stages.low IS 'Lower end of the value.';
COMMENT ON COLUMN newsledger.deal_stages.high IS 'Upper end of the value.';
COMMENT ON COLUMN newsledger.deal_stages.unit IS 'Currency of the value.';
COMMENT ON COLUMN newsledger.deal_stages.value_definition IS 'Definition of the value.';
COMMENT ON COLUMN newsledger.deal_stages.claim_count IS 'Claims that state this stage.';

COMMENT ON VIEW newsledger.deal_figures IS 'Which figures belong to which deal.';
COMMENT ON COLUMN newsledger.deal_figures.deal_id IS 'The deal.';
COMMENT ON COLUMN newsledger.deal_figures.figure_id IS 'A figure that some article states as part of the deal.';

COMMENT ON VIEW newsledger.disagreements IS 'The open disputes, one row per rival amount, with both sides.';
COMMENT ON COLUMN newsledger.disagreements.figure_id IS 'The disputed figure.';
COMMENT ON COLUMN newsledger.disagreements.subject IS 'Canonical name of who or what is measured.';
COMMENT ON COLUMN newsledger.disagreements.counterparty IS 'The other party.';
COMMENT ON COLUMN newsledger.disagreements.measure IS 'What is measured.';
COMMENT ON COLUMN newsledger.disagreements.definition IS 'Which definition of the measure.';
COMMENT ON COLUMN newsledger.disagreements.period IS 'When the figure holds.';
COMMENT ON COLUMN newsledger.disagreements.status IS 'Status of the figure.';
COMMENT ON COLUMN newsledger.disagreements.unit IS 'Unit of the amounts.';
COMMENT ON COLUMN newsledger.disagreements.value IS 'The value that stands for now.';
COMMENT ON COLUMN newsledger.disagreements.low IS 'Lower end of the standing value.';
COMMENT ON COLUMN newsledger.disagreements.high IS 'Upper end of the standing value.';
COMMENT ON COLUMN newsledger.disagreements.sources IS 'Who says so.';
COMMENT ON COLUMN newsledger.disagreements.rival_value IS 'The amount that others state.';
COMMENT ON COLUMN newsledger.disagreements.rival_low IS 'Lower end of the rival amount.';
COMMENT ON COLUMN newsledger.disagreements.rival_high IS 'Upper end of the rival amount.';
COMMENT ON COLUMN newsledger.disagreements.rival_sources IS 'Who states the rival amount.';
COMMENT ON COLUMN newsledger.disagreements.reason IS 'Why the rival amount does not stand.';
COMMENT ON COLUMN newsledger.disagreements.explanation IS 'The decision in one sentence.';
COMMENT ON COLUMN newsledger.disagreements.last_changed IS 'When the figure last changed (recorded time).';

COMMENT ON VIEW newsledger.figure_history IS 'Every change of every figure, with the event that caused it.';
COMMENT ON COLUMN newsledger.figure_history.figure_id IS 'The figure.';
COMMENT ON COLUMN newsledger.figure_history.position IS 'Place of the causing event in the log.';
COMMENT ON COLUMN newsledger.figure_history.event_id IS 'The event that caused the change.';
COMMENT ON COLUMN newsledger.figure_history.event_type IS 'Its type.';
COMMENT ON COLUMN newsledger.figure_history.changed_at IS 'When it was recorded.';
COMMENT ON COLUMN newsledger.figure_history.live IS 'False when the figure left the view figures by this change.';
COMMENT ON COLUMN newsledger.figure_history.subject IS 'Canonical name of who or what is measured.';
COMMENT ON COLUMN newsledger.figure_history.counterparty IS 'The other party.';
COMMENT ON COLUMN newsledger.figure_history.measure IS 'What is measured.';
COMMENT ON COLUMN newsledger.figure_history.definition IS 'Which definition of the measure.';
COMMENT ON COLUMN newsledger.figure_history.noun IS 'What is counted or measured, for measures called other_….';
COMMENT ON COLUMN newsledger.figure_history.period IS 'When the figure holds.';
COMMENT ON COLUMN newsledger.figure_history.period_from IS 'First day of the period.';
COMMENT ON COLUMN newsledger.figure_history.period_to IS 'Last day of the period.';
COMMENT ON COLUMN newsledger.figure_history.status IS 'Status of the figure.';
COMMENT ON COLUMN newsledger.figure_history.unit IS 'Unit of the amounts.';
COMMENT ON COLUMN newsledger.figure_history.value IS 'Value after the change.';
COMMENT ON COLUMN newsledger.figure_history.low IS 'Lower end after the change.';
COMMENT ON COLUMN newsledger.figure_history.high IS 'Upper end after the change.';
COMMENT ON COLUMN newsledger.figure_history.agreement IS 'Agreement after the change.';
COMMENT ON COLUMN newsledger.figure_history.confidence IS 'Confidence after the change.';
COMMENT ON COLUMN newsledger.figure_history.claim_count IS 'Claims that counted after the change.';
COMMENT ON COLUMN newsledger.figure_history.independent_sources IS 'Origins among them.';
COMMENT ON COLUMN newsledger.figure_history.pinned IS 'Whether a person had decided the value.';
COMMENT ON COLUMN newsledger.figure_history.first_reported IS 'Earliest publication among the claims then known.';
COMMENT ON COLUMN newsledger.figure_history.first_recorded IS 'When this database first knew the figure.';
COMMENT ON COLUMN newsledger.figure_history.explanation IS 'The decision in one sentence, as it read then.';
COMMENT ON COLUMN newsledger.figure_history.why IS 'The decision as JSON, as it stood then.';

COMMENT ON VIEW newsledger.deal_history IS 'Every change of every deal, with the event that caused it (recorded time); deal_stages has the order of the news.';
COMMENT ON COLUMN newsledger.deal_history.deal_id IS 'The deal.';
COMMENT ON COLUMN newsledger.deal_history.position IS 'Place of the causing event in the log.';
COMMENT ON COLUMN newsledger.deal_history.event_id IS 'The event that caused the change.';
COMMENT ON COLUMN newsledger.deal_history.event_type IS 'Its type.';
COMMENT ON COLUMN newsledger.deal_history.changed_at IS 'When it was recorded.';
COMMENT ON COLUMN newsledger.deal_history.live IS 'False when the deal left the view deals by this change.';
COMMENT ON COLUMN newsledger.deal_history.type IS 'Type after the change.';
COMMENT ON COLUMN newsledger.deal_history.title IS 'Title after the change.';
COMMENT ON COLUMN newsledger.deal_history.parties IS 'Roles and entities after the change.';
COMMENT ON COLUMN newsledger.deal_history.value IS 'Value after the change.';
COMMENT ON COLUMN newsledger.deal_history.low IS 'Lower end of the value.';
COMMENT ON COLUMN newsledger.deal_history.high IS 'Upper end of the value.';
COMMENT ON COLUMN newsledger.deal_history.unit IS 'Currency of the value.';
COMMENT ON COLUMN newsledger.deal_history.value_definition IS 'Definition of the value.';
COMMENT ON COLUMN newsledger.deal_history.term_years IS 'Length in years.';
COMMENT ON COLUMN newsledger.deal_history.status IS 'Status after the change.';
COMMENT ON COLUMN newsledger.deal_history.announced_on IS 'Day of the announcement.';
COMMENT ON COLUMN newsledger.deal_history.agreement IS 'Agreement after the change.';
COMMENT ON COLUMN newsledger.deal_history.claim_count IS 'Claims that stated the deal then.';
COMMENT ON COLUMN newsledger.deal_history.independent_sources IS 'Origins among them.';
COMMENT ON COLUMN newsledger.deal_history.first_reported IS 'Earliest publication among its claims.';
COMMENT ON COLUMN newsledger.deal_history.explanation IS 'The decision in one sentence, as it read then.';

COMMENT ON VIEW newsledger.articles IS 'One row per article: the latest that is known of it.';
COMMENT ON COLUMN newsledger.articles.article_id IS 'Stable id, made of the address.';
COMMENT ON COLUMN newsledger.articles.source IS 'Name of the source that listed it first.';
COMMENT ON COLUMN newsledger.articles.source_id IS 'Id of that source.';
COMMENT ON COLUMN newsledger.articles.url IS 'Address as first listed.';
COMMENT ON COLUMN newsledger.articles.canonical_url IS 'The address that the page itself names, else the listed one.';
COMMENT ON COLUMN newsledger.articles.title IS 'Latest title.';
COMMENT ON COLUMN newsledger.articles.byline IS 'Authors.';
COMMENT ON COLUMN newsledger.articles.published_at IS 'When it was published.';
COMMENT ON COLUMN newsledger.articles.modified_at IS 'When the publisher last changed it.';
COMMENT ON COLUMN newsledger.articles.language IS 'Language tag.';
COMMENT ON COLUMN newsledger.articles.wire_credit IS 'The agency that the text credits.';
COMMENT ON COLUMN newsledger.articles.correction_note IS 'What a correction note in the text says.';
COMMENT ON COLUMN newsledger.articles.status IS 'discovered, captured, unavailable or withdrawn.';
COMMENT ON COLUMN newsledger.articles.status_reason IS 'Why it is unavailable or withdrawn.';
COMMENT ON COLUMN newsledger.articles.paywalled IS 'Whether only a part could be read.';
COMMENT ON COLUMN newsledger.articles.revision IS 'Number of the latest revision; 0 when only the feed entry is known.';
COMMENT ON COLUMN newsledger.articles.word_count IS 'Words in the latest revision.';
COMMENT ON COLUMN newsledger.articles.claim_count IS 'Claims that count now.';
COMMENT ON COLUMN newsledger.articles.discovered_at IS 'When a source first listed it (recorded time).';
COMMENT ON COLUMN newsledger.articles.captured_at IS 'When its latest revision was captured (recorded time).';
COMMENT ON COLUMN newsledger.articles.extracted_at IS 'When its claims were last read (recorded time).';
COMMENT ON COLUMN newsledger.articles.withdrawn_at IS 'When it was withdrawn (recorded time).';

COMMENT ON VIEW newsledger.article_revisions IS 'Every captured revision of every article.';
COMMENT ON COLUMN newsledger.article_revisions.article_id IS 'The article.';
COMMENT ON COLUMN newsledger.article_revisions.revision IS '1 for the first capture.';
COMMENT ON COLUMN newsledger.article_revisions.url IS 'Where the bytes came from, after redirects.';
COMMENT ON COLUMN newsledger.article_revisions.canonical_url IS 'The address that the page names.';
COMMENT ON COLUMN newsledger.article_revisions.title IS 'Title of this revision.';
COMMENT ON COLUMN newsledger.article_revisions.published_at IS 'Publication time that the page gives.';
COMMENT ON COLUMN newsledger.article_revisions.modified_at IS 'Time of change that the page gives.';
COMMENT ON COLUMN newsledger.article_revisions.wire_credit IS 'The agency that the text credits.';
COMMENT ON COLUMN newsledger.article_revisions.correction_note IS 'What a correction note says.';
COMMENT ON COLUMN newsledger.article_revisions.capture_hash IS 'SHA-256 of the captured bytes.';
COMMENT ON COLUMN newsledger.article_revisions.text_hash IS 'SHA-256 of the reading text.';
COMMENT ON COLUMN newsledger.article_revisions.fingerprint IS '64-bit SimHash of the text.';
COMMENT ON COLUMN newsledger.article_revisions.word_count IS 'Words in the text.';
COMMENT ON COLUMN newsledger.article_revisions.recorded_at IS 'When the revision entered the log.';

COMMENT ON VIEW newsledger.sources IS 'What is followed, and how it fares.';
COMMENT ON COLUMN newsledger.sources.source_id IS 'Id in sources.yaml.';
COMMENT ON COLUMN newsledger.sources.name IS 'Name for people.';
COMMENT ON COLUMN newsledger.sources.url IS 'Address that is polled.';
COMMENT ON COLUMN newsledger.sources.kind IS 'feed, sitemap, list or page; null when it is found out.';
COMMENT ON COLUMN newsledger.sources.primary_for IS 'Entities whose own releases this source publishes.';
COMMENT ON COLUMN newsledger.sources.every_seconds IS 'How often it should be polled.';
COMMENT ON COLUMN newsledger.sources.declared_by IS 'file for sources.yaml, command for the command line.';
COMMENT ON COLUMN newsledger.sources.health IS 'new, healthy, failing, degraded or removed.';
COMMENT ON COLUMN newsledger.sources.degraded_since IS 'Since when polling fails steadily.';
COMMENT ON COLUMN newsledger.sources.last_error IS 'What went wrong last.';
COMMENT ON COLUMN newsledger.sources.last_status IS 'HTTP status of the last answer.';
COMMENT ON COLUMN newsledger.sources.failures IS 'Failed polls in a row.';
COMMENT ON COLUMN newsledger.sources.last_polled_at IS 'Time of the last poll.';
COMMENT ON COLUMN newsledger.sources.next_poll_at IS 'When it is due next.';
COMMENT ON COLUMN newsledger.sources.article_count IS 'Articles that it listed first.';
COMMENT ON COLUMN newsledger.sources.newest_article_at IS 'Publication time of its newest article.';
COMMENT ON COLUMN newsledger.sources.registered_at IS 'When it was first registered (recorded time).';
COMMENT ON COLUMN newsledger.sources.changed_at IS 'When its settings last changed (recorded time).';
COMMENT ON COLUMN newsledger.sources.removed_at IS 'When it was removed.';

COMMENT ON VIEW newsledger.entities IS 'Organisations, people, products and places that figures and deals are about.';
COMMENT ON COLUMN newsledger.entities.entity IS 'Canonical name.';
COMMENT ON COLUMN newsledger.entities.aliases IS 'Other names that mean it.';
COMMENT ON COLUMN newsledger.entities.identifiers IS 'Identifiers such as ticker, LEI and Wikidata, where they are known.';
COMMENT ON COLUMN newsledger.entities.figure_count IS 'Figures about it.';
COMMENT ON COLUMN newsledger.entities.deal_count IS 'Deals that it takes part in.';

COMMENT ON VIEW newsledger.measures IS 'What a figure can measure.';
COMMENT ON COLUMN newsledger.measures.measure IS 'Name of the measure.';
COMMENT ON COLUMN newsledger.measures.measure_class IS 'money, percent, count, physical or duration.';
COMMENT ON COLUMN newsledger.measures.definition IS 'One sentence that says what is measured.';
