// The segments among given entities that may be hops, with the figures a trace ranks by.
// @mode READ
// @param rev int revision the reader sees
// @param ids string[] entities
// @param relTypes string[] groups that may be hops, as relationship types
// @param rankAtLeast int lowest rank of a hop
// @param uninvolvedAtLeast int fewest uninvolved origins of a hop
// @param limit int most segments
// @return claim string, n int, from string, to string, type string, predicate string, rank int, origins int, uninvolvedOrigins int, within bool, accusatory bool
MATCH (x:Entity)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(y:Entity)
WHERE x.id IN $ids AND y.id IN $ids AND s._rev <= $rev AND type(s) IN $relTypes AND s.traversed AND NOT s.disputedOnly
  AND s.rank >= $rankAtLeast AND s.uninvolvedOrigins >= $uninvolvedAtLeast
RETURN s.claim AS claim, s.n AS n, x.id AS `from`, y.id AS `to`, type(s) AS type, s.predicate AS predicate, s.rank AS rank, s.origins AS origins,
  s.uninvolvedOrigins AS uninvolvedOrigins, s.within AS within, s.accusatory AS accusatory
LIMIT $limit
