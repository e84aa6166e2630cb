-- Who folds keeps what is at hand from one batch to the next, as long as nobody else has changed the tables: each batch leaves a mark.
CREATE TABLE projection.folding (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  turn     uuid NOT NULL
);
INSERT INTO projection.folding (turn) VALUES (gen_random_uuid());
