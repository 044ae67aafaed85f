// Entities whose stored search form answers a full-text query, best first as the index ranks them; the domain ranks them again.
// @mode READ
// @param rev int revision the reader sees
// @param asks string[] names of the parts below that are asked for; the others ask nothing
// @param text string Lucene query, built from escaped words
// @param types string[] any of these types
// @param fetch int most hits taken from the index
// @param limit int most rows
// @return id string, names string (JSON), degree int
CALL db.index.fulltext.queryNodes('entity_search', $text, {limit: $fetch}) YIELD node AS e, score
WHERE e._rev <= $rev AND (NOT 'types' IN $asks OR e.type IN $types)
RETURN e.id AS id, e.names AS names, COUNT { (e)<-[:HAS]-() } AS degree
ORDER BY score DESC, id
LIMIT $limit
