-- What is news of a figure: what feeds and webhooks tell. In the order of the log, so that whoever has read up to a position can go on there.
CREATE INDEX figure_history_position ON generations.figure_history (position, figure_id);

CREATE VIEW newsledger.figure_news AS
SELECT changed.figure_id, changed.position, changed.event_id, changed.changed_at,
       kind.word AS kind,
       changed.subject, changed.counterparty, changed.measure, changed.definition, changed.noun, changed.period, changed.status, changed.unit,
       before.value AS old_value, before.low AS old_low, before.high AS old_high, before.agreement AS old_agreement,
       changed.value, changed.low, changed.high, changed.agreement, changed.confidence, changed.claim_count, changed.independent_sources,
       changed.explanation, changed.cause, changed.article_id, changed.article_url, changed.article_title
FROM newsledger.figure_history AS changed
LEFT JOIN LATERAL (
  SELECT earlier.live, earlier.value, earlier.low, earlier.high, earlier.agreement
  FROM projection.figure_history AS earlier
  WHERE earlier.figure_id = changed.figure_id AND earlier.position < changed.position
  ORDER BY earlier.position DESC
  LIMIT 1
) AS before ON true
CROSS JOIN LATERAL (
  SELECT CASE
    WHEN NOT changed.live THEN CASE WHEN before.live THEN 'gone' END
    WHEN before.live IS NOT TRUE THEN 'appeared'
    WHEN changed.agreement = 'disputed' AND before.agreement IS DISTINCT FROM 'disputed' THEN 'disputed'
    WHEN before.agreement = 'disputed' AND changed.agreement IS DISTINCT FROM 'disputed' THEN 'settled'
    WHEN (before.value, before.low, before.high) IS DISTINCT FROM (changed.value, changed.low, changed.high) THEN 'changed'
    WHEN before.agreement IS DISTINCT FROM changed.agreement THEN 'agreement'
  END AS word
) AS kind
WHERE kind.word IS NOT NULL;

COMMENT ON VIEW newsledger.figure_news IS
  'What is news of each figure, in the order of the log: it appeared, changed, became disputed, was settled or is shown no more. Feeds and webhooks tell these rows.';
COMMENT ON COLUMN newsledger.figure_news.figure_id IS 'The figure.';
COMMENT ON COLUMN newsledger.figure_news.position IS 'Place of the causing event in the log.';
COMMENT ON COLUMN newsledger.figure_news.event_id IS 'The event that caused it.';
COMMENT ON COLUMN newsledger.figure_news.changed_at IS 'When it was recorded.';
COMMENT ON COLUMN newsledger.figure_news.kind IS
  'appeared, disputed (it became so), settled (it no longer is), changed (value, low or high), agreement (only how the sources agree changed) or gone.';
COMMENT ON COLUMN newsledger.figure_news.subject IS 'Canonical name of who or what is measured.';
COMMENT ON COLUMN newsledger.figure_news.counterparty IS 'The other party.';
COMMENT ON COLUMN newsledger.figure_news.measure IS 'What is measured.';
COMMENT ON COLUMN newsledger.figure_news.definition IS 'Which definition of the measure.';
COMMENT ON COLUMN newsledger.figure_news.noun IS 'What is counted or measured, for measures called other_….';
COMMENT ON COLUMN newsledger.figure_news.period IS 'When the figure holds.';
COMMENT ON COLUMN newsledger.figure_news.status IS 'Status of the figure.';
COMMENT ON COLUMN newsledger.figure_news.unit IS 'Unit of the amounts.';
COMMENT ON COLUMN newsledger.figure_news.old_value IS 'Value before; null when it had none.';
COMMENT ON COLUMN newsledger.figure_news.old_low IS 'Lower end before.';
COMMENT ON COLUMN newsledger.figure_news.old_high IS 'Upper end before.';
COMMENT ON COLUMN newsledger.figure_news.old_agreement IS 'Agreement before.';
COMMENT ON COLUMN newsledger.figure_news.value IS 'Value from then on.';
COMMENT ON COLUMN newsledger.figure_news.low IS 'Lower end from then on.';
COMMENT ON COLUMN newsledger.figure_news.high IS 'Upper end from then on.';
COMMENT ON COLUMN newsledger.figure_news.agreement IS 'Agreement from then on.';
COMMENT ON COLUMN newsledger.figure_news.confidence IS 'Confidence from then on.';
COMMENT ON COLUMN newsledger.figure_news.claim_count IS 'Claims that counted from then on.';
COMMENT ON COLUMN newsledger.figure_news.independent_sources IS 'Origins among them.';
COMMENT ON COLUMN newsledger.figure_news.explanation IS 'The decision in one sentence.';
COMMENT ON COLUMN newsledger.figure_news.cause IS 'What the event said, in words: an article that was read, a decision, a withdrawal.';
COMMENT ON COLUMN newsledger.figure_news.article_id IS 'The article that the event is about; null for decisions that are about none.';
COMMENT ON COLUMN newsledger.figure_news.article_url IS 'Its address.';
COMMENT ON COLUMN newsledger.figure_news.article_title IS 'Its latest title.';
GRANT SELECT ON newsledger.figure_news TO newsledger_reader;
