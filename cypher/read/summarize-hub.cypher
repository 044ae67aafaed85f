// What stands around an entity of very many claims, counted over a bounded number of its segments: lower bounds.
// @mode READ
// @param rev int revision the reader sees
// @param id string entity
// @param scan int most segments counted
// @param typeScan int most segments whose other entity is looked at
// @return predicates list of [predicate string, group string, claims int], types list of [type string, neighbours int], claims int, neighbours int
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
CALL (e) {
  MATCH (e)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-()
  WITH s
  LIMIT $scan
  WHERE s._rev <= $rev
  WITH s.predicate AS predicate, toLower(type(s)) AS group, count(DISTINCT s.claim) AS claims
  RETURN collect([predicate, group, claims]) AS predicates, sum(claims) AS claims
}
CALL (e) {
  MATCH (e)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-(m:Entity)
  WITH s, m
  LIMIT $typeScan
  WHERE s._rev <= $rev
  WITH DISTINCT m
  WITH m.type AS type, count(m) AS neighbours
  RETURN collect([type, neighbours]) AS types, sum(neighbours) AS neighbours
}
RETURN predicates, types, claims, neighbours
