-- By which rules the rows were made, so that a release with other rules makes them anew instead of mixing old rows with new ones.
CREATE TABLE projection.made_by (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  rules    text    NOT NULL
);
