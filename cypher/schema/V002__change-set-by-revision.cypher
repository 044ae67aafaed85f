// A state names the revision that wrote it; the change set of a revision is found by it.

CREATE CONSTRAINT change_set_revision IF NOT EXISTS FOR (n:_ChangeSet) REQUIRE n.revision IS UNIQUE;
CALL db.awaitIndexes(110);
