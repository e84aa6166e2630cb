-- Who decided what, and why: read from the log itself, so that it tells of everything that was ever decided, whatever was taken back since.
CREATE VIEW newsledger.human_decisions AS
SELECT logged.position,
       logged.recorded_at AS decided_at,
       CASE logged.type
         WHEN 'FigurePinned' THEN 'pin'
         WHEN 'FigureUnpinned' THEN 'unpin'
         WHEN 'ClaimJudged' THEN 'judge'
         WHEN 'ClaimUnjudged' THEN 'unjudge'
         WHEN 'EntityMerged' THEN 'entity merge'
         WHEN 'EntitySplit' THEN 'entity split'
         WHEN 'AliasAdded' THEN 'entity alias'
         WHEN 'EntityDescribed' THEN 'entity describe'
         WHEN 'OutcomeAudited' THEN 'audit'
         ELSE logged.data ->> 'command'
       END AS decision,
       logged.data ->> 'by' AS decided_by,
       coalesce(logged.data ->> 'reason', logged.data ->> 'evidence', '') AS reason,
       CASE
         WHEN logged.type IN ('FigurePinned', 'FigureUnpinned', 'OutcomeAudited') THEN ARRAY[logged.data ->> 'figureId']
         WHEN logged.type IN ('ClaimJudged', 'ClaimUnjudged') THEN ARRAY[logged.data ->> 'claimId']
         WHEN logged.type = 'EntityMerged' THEN ARRAY[logged.data ->> 'from', logged.data ->> 'into']
         WHEN logged.type = 'EntitySplit' THEN ARRAY[logged.data ->> 'name', logged.data ->> 'from']
         WHEN logged.type = 'AliasAdded' THEN ARRAY[logged.data ->> 'alias', logged.data ->> 'entity']
         WHEN logged.type = 'EntityDescribed' THEN ARRAY[logged.data ->> 'entity']
         ELSE ARRAY(SELECT jsonb_array_elements_text(logged.data -> 'about'))
       END AS about,
       logged.data AS details
  FROM ledger.events AS logged
 WHERE logged.type IN ('FigurePinned', 'FigureUnpinned', 'ClaimJudged', 'ClaimUnjudged', 'EntityMerged', 'EntitySplit', 'AliasAdded',
                       'EntityDescribed', 'OutcomeAudited', 'CommandGiven')
   AND logged.data ->> 'by' IS DISTINCT FROM 'built-in list'
   AND logged.data ->> 'by' IS DISTINCT FROM 'entities.yaml'
UNION ALL
SELECT NULL,
       erased.erased_at,
       'erase',
       erased.erased_by,
       erased.reason,
       ARRAY[substr(erased.stream, 9)],
       jsonb_build_object('events', erased.events)
  FROM ledger.erasures AS erased;

COMMENT ON VIEW newsledger.human_decisions IS
  'What people decided, one row per decision: pins, judgements, names, audits, erasures, and commands that change what is followed or tried again. Read from the log, so that what was taken back stays on record.';
COMMENT ON COLUMN newsledger.human_decisions.position IS 'Place of the decision in the log; null for an erasure.';
COMMENT ON COLUMN newsledger.human_decisions.decided_at IS 'When it was recorded.';
COMMENT ON COLUMN newsledger.human_decisions.decision IS
  'pin, unpin, judge, unjudge, entity merge, entity split, entity alias, entity describe, audit, erase, or the command that was given, such as "source remove".';
COMMENT ON COLUMN newsledger.human_decisions.decided_by IS 'Who decided, as he named himself; null for audits of which nobody was named.';
COMMENT ON COLUMN newsledger.human_decisions.reason IS 'Why, in his words; of an audit what proves it; empty when nothing was said.';
COMMENT ON COLUMN newsledger.human_decisions.about IS 'What it is about: ids of figures, claims, articles, sources or jobs, or names of entities.';
COMMENT ON COLUMN newsledger.human_decisions.details IS 'All that the decision says.';
GRANT SELECT ON newsledger.human_decisions TO newsledger_reader;
