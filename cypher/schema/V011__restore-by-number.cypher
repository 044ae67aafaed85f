// While a backup is restored its nodes are found by the number they have in it, to tie them to each other.

CREATE CONSTRAINT restoring_n IF NOT EXISTS FOR (n:_Restoring) REQUIRE n._n IS UNIQUE;
CALL db.awaitIndexes(110);
