// One layer of a trace: for each entity of the frontier its neighbours by claims that may be hops, told apart into those a path may go on from (or end
// at), those only the degree limit closes, and whether the scan of it was cut short.
// @mode READ
// @param rev int revision the reader sees
// @param frontier string[] entities looked out from
// @param ends string[] entities a path may start or end at
// @param relTypes string[] groups that may be hops, as relationship types
// @param rankAtLeast int lowest rank of a hop
// @param uninvolvedAtLeast int fewest uninvolved origins of a hop
// @param closedTypes string[] types a path does not pass
// @param throughGeneric bool pass generic entities
// @param throughAggregate bool pass aggregates
// @param degreeLimit int most segments of an entity a path passes
// @param scan int most segments looked at of one entity
// @param limit int most rows before gathering
// @return id string, reached string[], hubs string[], met int, isCut bool
MATCH (x:Entity)
WHERE x.id IN $frontier
CALL (x) {
  MATCH (x)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-(m:Entity)
  WITH s, m
  LIMIT $scan
  WHERE s._rev <= $rev AND type(s) IN $relTypes AND s.traversed AND NOT s.disputedOnly
    AND s.rank >= $rankAtLeast AND s.uninvolvedOrigins >= $uninvolvedAtLeast AND m._rev <= $rev
  WITH DISTINCT m
  WHERE m <> x
  RETURN m
}
WITH x, m
LIMIT $limit
WITH x, m, m.id IN $ends AS isEnd,
  NOT m.type IN $closedTypes AND ($throughGeneric OR NOT m.generic) AND ($throughAggregate OR NOT m.aggregate) AS passes,
  COUNT { (m)-[:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-() } > $degreeLimit AS isOver
WITH x, collect(CASE WHEN isEnd OR (passes AND NOT isOver) THEN m.id END) AS reached, collect(CASE WHEN NOT isEnd AND passes AND isOver THEN m.id END) AS hubs,
  count(m) AS met
RETURN x.id AS id, reached, hubs, met, COUNT { (x)-[:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-() } > $scan AS isCut
