// Ids of all records of some datasets; of claims also those of others that they cite.
// @mode READ
// @param rev int revision the reader sees
// @param datasets string[] datasets
// @return kind string, id string
CALL () {
  MATCH (r:Voice) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'voice' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Source) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'source' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Entity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'entity' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Predicate) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'predicate' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Citation) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN DISTINCT 'claim' AS kind, r.claim AS id
  UNION ALL
  MATCH (r:Rivals) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'rivals' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Identity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'identity' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Question) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'question' AS kind, r.id AS id
}
RETURN kind, id
