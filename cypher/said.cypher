// @name list-stored-texts
// Citations, claims, sources or voices after an id, in order of the ids, as recorded.
// @mode READ
CALL () {
  WITH 1 AS one WHERE $kind = 'citation'
  MATCH (n:Citation) WHERE n.id > $after
  RETURN n ORDER BY n.id LIMIT $limit
UNION ALL
  WITH 1 AS one WHERE $kind = 'claim'
  MATCH (n:Claim) WHERE n.id > $after
  RETURN n ORDER BY n.id LIMIT $limit
UNION ALL
  WITH 1 AS one WHERE $kind = 'source'
  MATCH (n:Source) WHERE n.id > $after
  RETURN n ORDER BY n.id LIMIT $limit
UNION ALL
  WITH 1 AS one WHERE $kind = 'voice'
  MATCH (n:Voice) WHERE n.id > $after
  RETURN n ORDER BY n.id LIMIT $limit
}
RETURN elementId(n) AS node, n.id AS id, n._json AS json
ORDER BY id

// @name read-said-version
// In which version the words of what is said are stored; null where nobody has said.
// @mode READ
MATCH (s:_State {id: 'state'})
RETURN s.saidVersion AS version

// @name search-object-texts
// Claims whose text as object answers a full-text query.
// @mode READ
CALL db.index.fulltext.queryNodes('said_object', $text, {limit: $fetch}) YIELD node AS c
WHERE c._rev <= $rev
RETURN c.id AS id

// @name search-passages
// Citations, sources and voices whose words answer a full-text query; the domain decides which of them match.
// @mode READ
CALL db.index.fulltext.queryNodes('said_passage', $text, {limit: $fetch}) YIELD node AS n
WHERE n._rev <= $rev
RETURN CASE WHEN n:Citation THEN 'citation' WHEN n:Source THEN 'source' ELSE 'voice' END AS kind, n._json AS json

// @name search-propositions
// Claims of which each word is in the predicate, in a text as object or in the name of an end or qualifier, among those that have the word `first`.
// @mode READ
CALL () {
  MATCH (e:Entity) WHERE e.id IN $first.entities
  MATCH (e)<-[:HAS]-(c:Claim)
  RETURN c
UNION
  MATCH (c:Claim) WHERE c.predicate IN $first.predicates
  RETURN c
UNION
  MATCH (c:Claim) WHERE c.id IN $first.claims
  RETURN c
}
WITH c
WHERE c._rev <= $rev AND all(word IN $others WHERE c.predicate IN word.predicates OR c.id IN word.claims
  OR EXISTS { MATCH (c)-[:HAS]->(e) WITH e.id AS end, word WHERE end IN word.entities RETURN end })
RETURN c._json AS json
LIMIT $limit

// @name keep-said-version
// Remembers in which version the words of what is said are stored.
// @mode WRITE
MATCH (s:_State {id: 'state'})
SET s.saidVersion = $version

// @name put-said-forms
// Stores the words by which texts are found, as they are worked out now.
// @mode WRITE
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row.node
SET n._said = row.said
RETURN count(n) AS n
