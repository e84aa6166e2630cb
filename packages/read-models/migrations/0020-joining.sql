-- How a figure claim came to its figure. `figure_id` is where it stands, which need not be the figure of its own words.
ALTER TABLE projection.claim
  -- The family of types of the deal that its text tells it with.
  ADD COLUMN deal_family text,
  -- Where its figure is chosen: a name for each of its parties with the measure and the unit, by today's names.
  ADD COLUMN neighbours  text[] NOT NULL DEFAULT '{}',
  -- Why it stands with another figure than that of its own words; null when it doesn't.
  ADD COLUMN joined      jsonb;
CREATE INDEX claim_neighbours ON projection.claim USING gin (neighbours);

COMMENT ON COLUMN newsledger.claims.figure_id IS
  'The figure that this claim stands with; null for deal claims. What lacks a field of the figure, or told it before it was agreed, says so in reason. The view figures has it once a claim that stands with it counts.';
COMMENT ON COLUMN newsledger.claims.reason IS
  'Why the verdict is what it is; of a claim whose own words are not all of the figure''s key, first why it stands with this figure.';
COMMENT ON COLUMN newsledger.figures.subject IS
  'Canonical name of who or what is measured; of a deal between two parties the one that more sources make the subject.';
COMMENT ON COLUMN newsledger.figures.period IS
  'When the figure holds, as a label such as 2025, 2025-Q3, 2025-11-03 or 2023/2030; null when it has no period. Of a later deal of the same two parties the month in which it was first told.';
