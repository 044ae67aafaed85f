// @name count-texts
// How many texts are kept, and their characters.
// @mode READ
MATCH (t:_Text)
RETURN count(t) AS number, coalesce(sum(t.characters), 0) AS characters

// @name list-anchors
// What the citations of some sources were made for, where their texts have changed since.
// @mode READ
MATCH (a:_Anchor)
WHERE a.source IN $sources
RETURN a.source AS source, a.citation AS citation, a.paragraph AS paragraph, a.sha256 AS sha256, a.words AS words
ORDER BY citation

// @name list-cited-in
// The citations that read some sources, as recorded.
// @mode READ
MATCH (k:Citation)
WHERE k.source IN $sources AND k._rev <= $rev
RETURN k._json AS json

// @name list-texts
// Every text that is kept, with its source and without its words.
// @mode READ
MATCH (t:_Text)
MATCH (s:Source {id: t.source})
WHERE s._rev <= $rev
RETURN t.source AS source, t.language AS language, t.sha256 AS sha256, t.revision AS revision, t.at AS at, t.paragraphs AS paragraphs,
  t.characters AS characters, s._json AS json
ORDER BY source

// @name read-text
// The text of a source.
// @mode READ
MATCH (t:_Text {source: $source})
RETURN t.source AS source, t.language AS language, t.sha256 AS sha256, t.revision AS revision, t.at AS at, t.paragraphs AS paragraphs,
  t.characters AS characters, t._text AS text

// @name delete-anchors
// Forgets what the citations of a source were made for.
// @mode WRITE
MATCH (a:_Anchor {source: $source})
DELETE a

// @name delete-text
// Deletes the text of a source.
// @mode WRITE
MATCH (t:_Text {source: $source})
DELETE t

// @name put-anchors
// Keeps what citations of a source were made for.
// @mode WRITE
UNWIND $rows AS row
MERGE (a:_Anchor {citation: row.citation})
SET a.source = $source, a.paragraph = row.paragraph, a.sha256 = row.sha256, a.words = row.words

// @name put-text
// Keeps the text of a source, in place of what was kept.
// @mode WRITE
MERGE (t:_Text {source: $source})
SET t.language = $language, t.sha256 = $sha256, t.at = $at, t.paragraphs = $paragraphs, t.characters = $characters, t._text = $text,
  t.revision = coalesce(t.revision, 0) + 1
RETURN t.revision AS revision
