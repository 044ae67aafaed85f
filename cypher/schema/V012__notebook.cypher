// An entry of the notebook is found by its id.

CREATE CONSTRAINT notebook_entry_id IF NOT EXISTS FOR (n:_NotebookEntry) REQUIRE n.id IS UNIQUE;
CALL db.awaitIndexes(110);
