// What stands around an entity, counted by predicate and by the other entities' type, for an entity of few enough claims to look at each.
// @mode READ
// @param rev int revision the reader sees
// @param id string entity
// @return predicates list of [predicate string, group string, claims int], types list of [type string, neighbours int], claims int, neighbours int
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
CALL (e) {
  OPTIONAL MATCH (e)<-[:HAS]-(any:Claim)
  WHERE any._rev <= $rev
  WITH DISTINCT any AS c
  WHERE c IS NOT NULL
  WITH c.predicate AS predicate, c.group AS group, count(c) AS claims
  RETURN collect([predicate, group, claims]) AS predicates, sum(claims) AS claims
}
CALL (e) {
  MATCH (e)<-[:HAS]-(any:Claim)
  WHERE any._rev <= $rev
  WITH DISTINCT e, any
  MATCH (any)-[:HAS]->(m:Entity)
  WHERE m <> e
  WITH DISTINCT m
  WITH m.type AS type, count(m) AS neighbours
  RETURN collect([type, neighbours]) AS types, sum(neighbours) AS neighbours
}
RETURN predicates, types, claims, neighbours
