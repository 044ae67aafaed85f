// Ids of the best claims of an entity of very many, out of a bounded scan: its segments by their copied figures, and a bounded number of claims in
// which it is only a qualifier or which have no segment.
// @mode READ
// @param rev int revision the reader sees
// @param id string entity
// @param groups string[]|null groups a claim may be of
// @param predicates string[]|null predicates a claim may have
// @param types string[]|null types one of the other entities must be of
// @param rankAtLeast int or null: lowest rank
// @param originsAtLeast int or null: fewest origins
// @param uninvolvedAtLeast int or null: fewest uninvolved origins
// @param contested bool|null contested or not
// @param except string[] claims left out
// @param relTypes string[]|null the groups as relationship types
// @param order string standing, origins or neighbour
// @param limit int most claims sent
// @param scan int most relationships looked at
// @param claimScan int most claims looked at for those without a segment
// @return id string, seen int
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
CALL (e) {
  MATCH (e)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-(m:Entity)
  WITH s, m
  LIMIT $scan
  WHERE s._rev <= $rev
    AND ($relTypes IS NULL OR type(s) IN $relTypes)
    AND ($predicates IS NULL OR s.predicate IN $predicates)
    AND ($rankAtLeast IS NULL OR s.rank >= $rankAtLeast)
    AND ($originsAtLeast IS NULL OR s.origins >= $originsAtLeast)
    AND ($uninvolvedAtLeast IS NULL OR s.uninvolvedOrigins >= $uninvolvedAtLeast)
    AND ($contested IS NULL OR s.contested = $contested)
    AND ($types IS NULL OR any(l IN labels(m) WHERE l IN $types))
    AND NOT s.claim IN $except
  RETURN s.claim AS id, s.rank AS rank, s.origins AS origins, CASE $order WHEN 'neighbour' THEN m.id ELSE '' END AS neighbour
  ORDER BY neighbour, CASE $order WHEN 'origins' THEN -origins ELSE -rank END, CASE $order WHEN 'origins' THEN -rank ELSE -origins END, id
  LIMIT 2 * $limit
  UNION
  MATCH (e)<-[h:HAS]-(c:Claim)
  WITH h, c
  LIMIT $scan
  WITH h, c, h.role IN ['at', 'in', 'instrument'] AS isAside
  ORDER BY isAside DESC
  LIMIT $claimScan
  WITH DISTINCT c
  WHERE c._rev <= $rev
    AND ($groups IS NULL OR c.group IN $groups)
    AND ($predicates IS NULL OR c.predicate IN $predicates)
    AND ($rankAtLeast IS NULL OR c.rank >= $rankAtLeast)
    AND ($originsAtLeast IS NULL OR c.origins >= $originsAtLeast)
    AND ($uninvolvedAtLeast IS NULL OR c.uninvolvedOrigins >= $uninvolvedAtLeast)
    AND ($contested IS NULL OR c.contested = $contested)
    AND NOT c.id IN $except
    AND ($types IS NULL OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WHERE m.id <> $id AND m.type IN $types })
  RETURN c.id AS id, c.rank AS rank, c.origins AS origins,
    CASE $order WHEN 'neighbour' THEN CASE c.subject WHEN $id THEN coalesce(c.object, '') ELSE c.subject END ELSE '' END AS neighbour
}
WITH id, min(neighbour) AS neighbour, max(rank) AS rank, max(origins) AS origins
ORDER BY neighbour, CASE $order WHEN 'origins' THEN -origins ELSE -rank END, CASE $order WHEN 'origins' THEN -rank ELSE -origins END, id
WITH collect(id) AS ids
WITH ids[0..$limit] AS sent, size(ids) AS seen
UNWIND sent AS id
RETURN id, seen
