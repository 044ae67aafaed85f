// Names are cut into words and folded before they are stored. The analyzer of V001 left out English stop words, so that "of" in a search was never found.

DROP INDEX entity_search IF EXISTS;
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n._search] OPTIONS {indexConfig: {`fulltext.analyzer`: 'unicode_whitespace'}};
CALL db.awaitIndexes(110);
