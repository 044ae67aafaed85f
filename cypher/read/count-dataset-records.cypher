// How many records of each kind some datasets have.
// @mode READ
// @param rev int revision the reader sees
// @param datasets string[] datasets
// @return kind string, dataset string, n int
CALL () {
  MATCH (r:Voice) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'voice' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Source) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'source' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Entity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'entity' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Predicate) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'predicate' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Claim) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'claim' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Citation) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'citation' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Rivals) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'rivals' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Identity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'identity' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Question) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'question' AS kind, r.dataset AS dataset, count(*) AS n
}
RETURN kind, dataset, n
