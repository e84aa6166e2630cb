-- What was asked of a language model, day by day; operational, not derived from the log.
CREATE SCHEMA model;

CREATE TABLE model.usage (
  day       date PRIMARY KEY,
  requests  int NOT NULL DEFAULT 0,
  -- Reserved before a request, corrected by what it took.
  tokens    bigint NOT NULL DEFAULT 0,
  capped_at timestamptz
);

CREATE VIEW newsledger.model_usage AS
SELECT day, requests, tokens, capped_at FROM model.usage;

COMMENT ON VIEW newsledger.model_usage IS 'What was asked of a language model, by day (UTC); empty unless one is configured.';
COMMENT ON COLUMN newsledger.model_usage.day IS 'Day in UTC.';
COMMENT ON COLUMN newsledger.model_usage.requests IS 'Requests sent.';
COMMENT ON COLUMN newsledger.model_usage.tokens IS 'Tokens of questions and answers, as the model counted them, or as estimated where it did not say.';
COMMENT ON COLUMN newsledger.model_usage.capped_at IS 'When the cap of the day was reached: from then on, articles were read by rules alone. Null when it was not.';
