-- What entities are, what they are a part of, and how registers call them.
CREATE TABLE projection.entity (
  entity       text PRIMARY KEY,
  kind         text,
  parent       text,
  identifiers  jsonb NOT NULL,
  described_by text NOT NULL,
  described_at timestamptz NOT NULL
);
CREATE INDEX entity_parent ON projection.entity (parent);

CREATE OR REPLACE VIEW newsledger.entities AS
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
  UNION
  SELECT entity FROM projection.entity WHERE described_by <> 'built-in list'
), counted AS (
  SELECT names.name,
         count(DISTINCT mentioned.figure_id)::int AS figure_count,
         count(DISTINCT mentioned.deal_id)::int AS deal_count
  FROM names
  LEFT JOIN mentioned ON mentioned.name = names.name
  GROUP BY names.name
)
SELECT counted.name AS entity,
       coalesce((SELECT array_agg(DISTINCT resolved.alias ORDER BY resolved.alias) FROM resolved WHERE resolved.name = counted.name), '{}') AS aliases,
       coalesce(entity.identifiers, '{}') AS identifiers,
       counted.figure_count,
       counted.deal_count,
       entity.kind,
       entity.parent,
       coalesce((SELECT array_agg(part.entity ORDER BY part.entity) FROM projection.entity AS part WHERE part.parent = counted.name), '{}') AS parts,
       entity.described_by
FROM counted
LEFT JOIN projection.entity ON entity.entity = counted.name;

COMMENT ON COLUMN newsledger.entities.kind IS 'organisation, person, product, place or index; null when nobody said.';
COMMENT ON COLUMN newsledger.entities.parent IS 'The organisation that it is a part of, such as Amazon of Amazon Web Services; the figures of the two stay apart.';
COMMENT ON COLUMN newsledger.entities.parts IS 'Entities that are a part of it, as far as they were mentioned or described.';
COMMENT ON COLUMN newsledger.entities.described_by IS 'Who said what it is: entities.yaml, the built-in list or a person.';
