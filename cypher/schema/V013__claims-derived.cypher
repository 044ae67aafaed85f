// What changed since a revision is found by when it was derived, for the graph that is held in memory.

CREATE INDEX claim_derived IF NOT EXISTS FOR (n:Claim) ON (n._derived);
CALL db.awaitIndexes(110);
