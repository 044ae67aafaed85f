// All records of some kinds as they are.
// @mode READ
// @param rev int revision the reader sees
// @param kinds string[] kinds of record
// @return kind string, json string
CALL () {
  MATCH (n:Dataset) WHERE 'dataset' IN $kinds AND n._rev <= $rev RETURN 'dataset' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Voice) WHERE 'voice' IN $kinds AND n._rev <= $rev RETURN 'voice' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Source) WHERE 'source' IN $kinds AND n._rev <= $rev RETURN 'source' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Entity) WHERE 'entity' IN $kinds AND n._rev <= $rev RETURN 'entity' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Predicate) WHERE 'predicate' IN $kinds AND n._rev <= $rev RETURN 'predicate' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Claim) WHERE 'claim' IN $kinds AND n._rev <= $rev RETURN 'claim' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Citation) WHERE 'citation' IN $kinds AND n._rev <= $rev RETURN 'citation' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Rivals) WHERE 'rivals' IN $kinds AND n._rev <= $rev RETURN 'rivals' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Identity) WHERE 'identity' IN $kinds AND n._rev <= $rev RETURN 'identity' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Question) WHERE 'question' IN $kinds AND n._rev <= $rev RETURN 'question' AS kind, n._json AS json
}
RETURN kind, json
