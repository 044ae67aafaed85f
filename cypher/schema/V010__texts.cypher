// The text of a source, and what citations were made for where the text has changed since: both private, and gone with their source.

CREATE CONSTRAINT text_source IF NOT EXISTS FOR (n:_Text) REQUIRE n.source IS UNIQUE;
CREATE CONSTRAINT anchor_citation IF NOT EXISTS FOR (n:_Anchor) REQUIRE n.citation IS UNIQUE;
CREATE INDEX anchor_source IF NOT EXISTS FOR (n:_Anchor) ON (n.source);
CALL db.awaitIndexes(110);
