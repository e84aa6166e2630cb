-- What people decided is a handful among millions of events, and is asked for by itself.
CREATE INDEX events_of_people ON ledger.events (position)
  WHERE type IN ('FigurePinned', 'FigureUnpinned', 'ClaimJudged', 'ClaimUnjudged', 'EntityMerged', 'EntitySplit', 'AliasAdded',
                 'EntityDescribed', 'OutcomeAudited', 'CommandGiven');
