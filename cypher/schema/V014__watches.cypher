// A watch is found by its id.

CREATE CONSTRAINT watch_id IF NOT EXISTS FOR (n:_Watch) REQUIRE n.id IS UNIQUE;
CALL db.awaitIndexes(110);
