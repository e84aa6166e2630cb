-- Figures of one subject that don't fit each other are found when one of them changes, and kept: to look for them among a million took seconds.
-- Both figures of a pair are in one group of what can be compared, found by this index.
CREATE INDEX figure_comparable ON generations.figure (subject, measure, (coalesce(counterparty, '')), (coalesce(noun, ''))) WHERE live;
CREATE INDEX figure_total ON generations.figure (subject, measure) WHERE live AND definition = 'cumulative';
-- Shares of one whole: few among all figures.
CREATE INDEX figure_share ON generations.figure (counterparty, measure, period) WHERE live AND measure IN ('stake', 'market_share');

CREATE TABLE generations.found_tension (
  figure_id       uuid NOT NULL,
  -- The figure itself where it is impossible without another.
  rival_figure_id uuid NOT NULL,
  subject         text NOT NULL,
  kind            text NOT NULL,
  words           text NOT NULL,
  generation      int  NOT NULL DEFAULT 1,
  PRIMARY KEY (figure_id, rival_figure_id, generation)
) PARTITION BY LIST (generation);

DO $$
DECLARE
  current int := projection.current_generation();
BEGIN
  EXECUTE format('CREATE TABLE generation_%s.found_tension PARTITION OF generations.found_tension FOR VALUES IN (%s)', current, current);
  EXECUTE format('ALTER TABLE generation_%s.found_tension ALTER COLUMN generation SET DEFAULT %s', current, current);
END
$$;
CREATE INDEX found_tension_rival ON generations.found_tension ((nullif(rival_figure_id, figure_id)));

CREATE VIEW projection.found_tension AS
SELECT figure_id, rival_figure_id, subject, kind, words, generation FROM generations.found_tension
WHERE generation = (SELECT current FROM projection.generation);
ALTER VIEW projection.found_tension ALTER COLUMN generation SET DEFAULT projection.current_generation();

-- What is there already. Pairs of currencies are told apart by their rates when they are asked for, since rates come later.
INSERT INTO projection.found_tension (figure_id, rival_figure_id, subject, kind, words)
SELECT figure_id, coalesce(rival_figure_id, figure_id), subject, kind, words FROM projection.subject_tension
UNION
SELECT figure.figure_id, other.figure_id, figure.subject, 'slip',
       'Perhaps a slip: the same digits in another currency, ' || other.unit || ' for ' || figure.unit || '.'
FROM projection.figure
JOIN projection.measure ON measure.measure = figure.measure AND measure.measure_class = 'money'
JOIN projection.figure AS other
  ON other.subject = figure.subject AND other.measure = figure.measure AND other.status = figure.status AND other.value = figure.value
  AND other.counterparty IS NOT DISTINCT FROM figure.counterparty AND other.definition IS NOT DISTINCT FROM figure.definition
  AND other.noun IS NOT DISTINCT FROM figure.noun AND other.period IS NOT DISTINCT FROM figure.period
WHERE figure.live AND other.live AND figure.measure <> 'price' AND figure.value <> 0
  AND figure.unit ~ '^[A-Z]{3}$' AND other.unit ~ '^[A-Z]{3}$' AND figure.unit <> other.unit
  AND (-figure.independent_sources, coalesce(figure.first_reported, 'infinity'), figure.figure_id)
      < (-other.independent_sources, coalesce(other.first_reported, 'infinity'), other.figure_id);

CREATE OR REPLACE VIEW projection.subject_tension AS
SELECT found.subject, found.figure_id, nullif(found.rival_figure_id, found.figure_id) AS rival_figure_id, found.kind, found.words
FROM projection.found_tension AS found
WHERE found.kind <> 'slip' OR NOT EXISTS (
  SELECT FROM newsledger.currency_matches AS compared
  WHERE compared.agrees AND compared.figure_id = least(found.figure_id, found.rival_figure_id)
    AND compared.other_figure_id = greatest(found.figure_id, found.rival_figure_id)
);
