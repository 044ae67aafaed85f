// Words of passages, titles, publishers, authors and voices, and of texts as objects, as the domain cuts and folds them.

CREATE FULLTEXT INDEX said_passage IF NOT EXISTS FOR (n:Citation|Source|Voice) ON EACH [n._said] OPTIONS {indexConfig: {`fulltext.analyzer`: 'unicode_whitespace'}};
CREATE FULLTEXT INDEX said_object IF NOT EXISTS FOR (n:Claim) ON EACH [n._said] OPTIONS {indexConfig: {`fulltext.analyzer`: 'unicode_whitespace'}};
CALL db.awaitIndexes(110);
