// A stored view is found by the digest of what it holds.

CREATE CONSTRAINT view_state_digest IF NOT EXISTS FOR (n:_ViewState) REQUIRE n.digest IS UNIQUE;
CALL db.awaitIndexes(110);
