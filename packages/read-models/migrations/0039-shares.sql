-- Several processes may fold the log together, each some shares of the keys. They do it in rounds: a stretch of the log, which every share folds
-- before any of them keeps it. So no reader and no rebuild finds one share ahead of another for longer than it takes to say so.
CREATE TABLE projection.round (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  number        bigint NOT NULL DEFAULT 0,
  -- open: being folded, nothing of it is kept; decided: every share could fold it, so that each keeps it now or folds it once more.
  stage         text NOT NULL DEFAULT 'closed' CHECK (stage IN ('closed', 'open', 'decided')),
  -- How many shares there are, the rest not counted.
  shares        int NOT NULL DEFAULT 1,
  from_position bigint NOT NULL DEFAULT 0,
  to_position   bigint NOT NULL DEFAULT 0,
  -- Hash of the types of its events, by which a reader knows that he reads the same: what events say may be erased.
  digest        text NOT NULL DEFAULT ''
);
INSERT INTO projection.round DEFAULT VALUES;

-- Share 0 is all that is not by key.
CREATE TABLE projection.share (
  share    int PRIMARY KEY,
  position bigint NOT NULL,
  -- A mark of whoever folded it last, as in projection.folding.
  turn     uuid NOT NULL
);

-- What became of a share's last round: written before its rows are kept, so not in the transaction that writes them.
CREATE TABLE projection.vote (
  share   int PRIMARY KEY,
  round   bigint NOT NULL,
  failure text
);

-- While a round is being kept, share by share, its lines of history are told by none: whoever reads on from the last line that he saw would
-- miss those of a share that was slower. Said so that the planner takes it for true of nearly all lines.
CREATE OR REPLACE VIEW newsledger.figure_history AS
SELECT history.figure_id, history.position, history.event_id, history.event_type, history.changed_at, history.live,
       figure.subject, figure.counterparty, figure.measure, figure.definition, figure.noun, figure.period,
       history.period_from, history.period_to, figure.status, figure.unit,
       history.value, history.low, history.high, history.agreement, history.confidence, history.claim_count, history.independent_sources,
       history.pinned, history.first_reported, figure.first_recorded, history.explanation, history.why,
       history.cause, history.article_id, coalesce(article.canonical_url, article.url) AS article_url, article.title AS article_title
FROM projection.figure_history AS history
JOIN projection.figure ON figure.figure_id = history.figure_id
LEFT JOIN projection.article ON article.article_id = history.article_id
WHERE (history.position > (SELECT round.from_position FROM projection.round WHERE round.stage = 'decided')
       AND history.position <= (SELECT round.to_position FROM projection.round WHERE round.stage = 'decided')) IS NOT TRUE;

CREATE OR REPLACE VIEW newsledger.deal_history AS
SELECT history.deal_id, history.position, history.event_id, history.event_type, history.changed_at, history.live, history.type, history.title,
       history.parties, history.value, history.low, history.high, history.unit, history.value_definition, history.term_years,
       history.status, history.announced_on, history.agreement, history.claim_count, history.independent_sources, history.first_reported,
       history.explanation,
       history.cause, history.article_id, coalesce(article.canonical_url, article.url) AS article_url, article.title AS article_title
FROM projection.deal_history AS history
LEFT JOIN projection.article ON article.article_id = history.article_id
WHERE (history.position > (SELECT round.from_position FROM projection.round WHERE round.stage = 'decided')
       AND history.position <= (SELECT round.to_position FROM projection.round WHERE round.stage = 'decided')) IS NOT TRUE;
