-- Audited outcomes and what they say of sources and extractors.
ALTER TABLE projection.audit
  ADD COLUMN evidence_url text,
  ADD COLUMN true_value   numeric,
  ADD COLUMN audited_by   text;

ALTER TABLE projection.reliability
  ADD COLUMN misread_count int NOT NULL DEFAULT 0,
  -- A vote in thousandths; 1000 is that of a source that nobody audited.
  ADD COLUMN weight        int NOT NULL DEFAULT 1000;

-- What every closed epoch froze, the latest included.
CREATE TABLE projection.reliability_history (
  epoch         int NOT NULL,
  source_id     text NOT NULL,
  measure_class text NOT NULL,
  right_count   int NOT NULL,
  wrong_count   int NOT NULL,
  misread_count int NOT NULL,
  weight        int NOT NULL,
  closed_at     timestamptz NOT NULL,
  position      bigint NOT NULL,
  PRIMARY KEY (epoch, source_id, measure_class)
);

CREATE TABLE projection.extractor_reliability (
  extractor     text NOT NULL,
  measure_class text NOT NULL,
  epoch         int NOT NULL,
  right_count   int NOT NULL,
  wrong_count   int NOT NULL,
  closed_at     timestamptz NOT NULL,
  PRIMARY KEY (extractor, measure_class)
);

-- Sources that copy each other, as the latest closed epoch found them.
CREATE TABLE projection.copy_group (
  source_id   text PRIMARY KEY,
  -- The group's first source.
  group_id    text NOT NULL,
  epoch       int NOT NULL,
  comparisons int NOT NULL,
  shared      int NOT NULL
);

-- Sources that habitually give other numbers than most for a measure, as the latest closed epoch found them.
CREATE TABLE projection.habit (
  measure   text NOT NULL,
  source_id text NOT NULL,
  epoch     int NOT NULL,
  PRIMARY KEY (measure, source_id)
);

CREATE VIEW newsledger.audits AS
SELECT audit.claim_id, audit.figure_id, coalesce(source.name, claim.source_id) AS source, claim.source_id,
       claim.extractor_name || '/' || claim.extractor_version AS extractor, measure.measure, measure.measure_class,
       audit.outcome, audit.true_value, audit.evidence, audit.evidence_url, audit.audited_by, audit.audited_at, audit.position
FROM projection.audit
JOIN projection.claim ON claim.claim_id = audit.claim_id
LEFT JOIN projection.source ON source.source_id = claim.source_id
LEFT JOIN projection.measure ON measure.measure = coalesce(claim.content ->> 'measure', 'deal_value');
COMMENT ON VIEW newsledger.audits IS 'Outcomes of audits: claims that a filing, a correction or a person proved right or wrong.';
COMMENT ON COLUMN newsledger.audits.claim_id IS 'The claim that was checked.';
COMMENT ON COLUMN newsledger.audits.figure_id IS 'The figure that it was checked for.';
COMMENT ON COLUMN newsledger.audits.source IS 'Name of the source that states the claim.';
COMMENT ON COLUMN newsledger.audits.source_id IS 'Id of that source.';
COMMENT ON COLUMN newsledger.audits.extractor IS 'Name and version of the extractor that read the claim.';
COMMENT ON COLUMN newsledger.audits.measure IS 'What the claim measures.';
COMMENT ON COLUMN newsledger.audits.measure_class IS 'money, percent, count, physical or duration: reliability is kept apart for each.';
COMMENT ON COLUMN newsledger.audits.outcome IS 'right, wrong_source (the article is wrong) or wrong_extraction (the article is right and was misread).';
COMMENT ON COLUMN newsledger.audits.true_value IS 'What the evidence says, in the unit of the figure; null when only right or wrong was recorded.';
COMMENT ON COLUMN newsledger.audits.evidence IS 'What proves it.';
COMMENT ON COLUMN newsledger.audits.evidence_url IS 'Where it can be looked up.';
COMMENT ON COLUMN newsledger.audits.audited_by IS 'Who checked it.';
COMMENT ON COLUMN newsledger.audits.audited_at IS 'When it was checked.';
COMMENT ON COLUMN newsledger.audits.position IS 'Place of the event in the log.';

CREATE VIEW newsledger.reliability AS
SELECT reliability.source_id, coalesce(source.name, reliability.source_id) AS source, reliability.measure_class, reliability.epoch,
       reliability.right_count, reliability.wrong_count, reliability.misread_count,
       round(reliability.weight / 1000.0, 3) AS weight, reliability.closed_at
FROM projection.reliability
LEFT JOIN projection.source ON source.source_id = reliability.source_id;
COMMENT ON VIEW newsledger.reliability IS
  'How often each source was right, by class of measure, as the latest closed epoch froze it. Audited outcomes alone count; figures are decided by these weights until the next epoch is closed.';
COMMENT ON COLUMN newsledger.reliability.source_id IS 'Id of the source.';
COMMENT ON COLUMN newsledger.reliability.source IS 'Its name.';
COMMENT ON COLUMN newsledger.reliability.measure_class IS 'money, percent, count, physical or duration.';
COMMENT ON COLUMN newsledger.reliability.epoch IS 'The epoch that froze the counts.';
COMMENT ON COLUMN newsledger.reliability.right_count IS 'Figures on which the source was proved right.';
COMMENT ON COLUMN newsledger.reliability.wrong_count IS 'Figures on which the source itself was proved wrong.';
COMMENT ON COLUMN newsledger.reliability.misread_count IS 'Figures on which the source was right and its article was misread; they do not lower its weight.';
COMMENT ON COLUMN newsledger.reliability.weight IS 'What a vote of the source counts; 1 for a source that nobody audited.';
COMMENT ON COLUMN newsledger.reliability.closed_at IS 'When the epoch was closed.';

CREATE VIEW newsledger.reliability_history AS
SELECT history.epoch, history.source_id, coalesce(source.name, history.source_id) AS source, history.measure_class, history.right_count,
       history.wrong_count, history.misread_count, round(history.weight / 1000.0, 3) AS weight, history.closed_at, history.position
FROM projection.reliability_history AS history
LEFT JOIN projection.source ON source.source_id = history.source_id;
COMMENT ON VIEW newsledger.reliability_history IS 'What every closed epoch froze: the weights by which figures were decided until the next one.';
COMMENT ON COLUMN newsledger.reliability_history.epoch IS 'Number of the epoch.';
COMMENT ON COLUMN newsledger.reliability_history.source_id IS 'Id of the source.';
COMMENT ON COLUMN newsledger.reliability_history.source IS 'Its name.';
COMMENT ON COLUMN newsledger.reliability_history.measure_class IS 'money, percent, count, physical or duration.';
COMMENT ON COLUMN newsledger.reliability_history.right_count IS 'Figures on which the source had been proved right.';
COMMENT ON COLUMN newsledger.reliability_history.wrong_count IS 'Figures on which it had been proved wrong.';
COMMENT ON COLUMN newsledger.reliability_history.misread_count IS 'Figures on which its article had been misread.';
COMMENT ON COLUMN newsledger.reliability_history.weight IS 'What a vote of the source counted.';
COMMENT ON COLUMN newsledger.reliability_history.closed_at IS 'When the epoch was closed.';
COMMENT ON COLUMN newsledger.reliability_history.position IS 'Place of the event in the log.';

CREATE VIEW newsledger.extractor_reliability AS
SELECT extractor, measure_class, epoch, right_count, wrong_count, closed_at FROM projection.extractor_reliability;
COMMENT ON VIEW newsledger.extractor_reliability IS 'How often each extractor version read an audited claim as the article has it, as the latest closed epoch froze it.';
COMMENT ON COLUMN newsledger.extractor_reliability.extractor IS 'Name and version.';
COMMENT ON COLUMN newsledger.extractor_reliability.measure_class IS 'money, percent, count, physical or duration.';
COMMENT ON COLUMN newsledger.extractor_reliability.epoch IS 'The epoch that froze the counts.';
COMMENT ON COLUMN newsledger.extractor_reliability.right_count IS 'Audited claims that it read as the article has them.';
COMMENT ON COLUMN newsledger.extractor_reliability.wrong_count IS 'Audited claims that it misread.';
COMMENT ON COLUMN newsledger.extractor_reliability.closed_at IS 'When the epoch was closed.';

CREATE VIEW newsledger.copying AS
SELECT copy_group.group_id, copy_group.source_id, coalesce(source.name, copy_group.source_id) AS source, copy_group.comparisons,
       copy_group.shared, copy_group.epoch
FROM projection.copy_group
LEFT JOIN projection.source ON source.source_id = copy_group.source_id;
COMMENT ON VIEW newsledger.copying IS 'Sources that share so many numbers that lost that they must copy each other: each group is one witness.';
COMMENT ON COLUMN newsledger.copying.group_id IS 'The first source of the group.';
COMMENT ON COLUMN newsledger.copying.source_id IS 'A source of the group.';
COMMENT ON COLUMN newsledger.copying.source IS 'Its name.';
COMMENT ON COLUMN newsledger.copying.comparisons IS 'Figures by which the sources could be compared.';
COMMENT ON COLUMN newsledger.copying.shared IS 'Figures on which they say the same where one of them lost.';
COMMENT ON COLUMN newsledger.copying.epoch IS 'The epoch that found it.';

CREATE VIEW newsledger.habits AS
SELECT habit.measure, habit.source_id, coalesce(source.name, habit.source_id) AS source, habit.epoch
FROM projection.habit
LEFT JOIN projection.source ON source.source_id = habit.source_id;
COMMENT ON VIEW newsledger.habits IS 'Sources that habitually give more, or less, than most for a measure: they mean another definition, and their numbers yield.';
COMMENT ON COLUMN newsledger.habits.measure IS 'The measure.';
COMMENT ON COLUMN newsledger.habits.source_id IS 'The source.';
COMMENT ON COLUMN newsledger.habits.source IS 'Its name.';
COMMENT ON COLUMN newsledger.habits.epoch IS 'The epoch that found it.';
