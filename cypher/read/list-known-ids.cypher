// Ids of all records of the kinds others refer to: to suggest the one somebody meant.
// @mode READ
// @param rev int revision the reader sees
// @param most int how many of each kind at most
// @return kind string, id string
CALL () {
  MATCH (r:Entity) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'entity' AS kind, id
  UNION ALL
  MATCH (r:Source) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'source' AS kind, id
  UNION ALL
  MATCH (r:Voice) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'voice' AS kind, id
  UNION ALL
  MATCH (r:Predicate) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'predicate' AS kind, id
  UNION ALL
  MATCH (r:Claim) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'claim' AS kind, id
  UNION ALL
  MATCH (r:Dataset) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'dataset' AS kind, id
}
RETURN kind, id
