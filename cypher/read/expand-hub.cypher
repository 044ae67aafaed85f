// Ids of the best claims of an entity of very many, out of a bounded scan: its segments by their copied figures, and a bounded number of claims in
// which it is only a qualifier or which have no segment.
// @mode READ
// @param rev int revision the reader sees
// @param asks string[] names of the parts below that are asked for; the others ask nothing
// @param id string entity
// @param groups string[] groups a claim may be of
// @param predicates string[] predicates a claim may have
// @param types string[] types one of the other entities must be of
// @param rankAtLeast int lowest rank
// @param originsAtLeast int fewest origins
// @param uninvolvedAtLeast int fewest uninvolved origins
// @param contested bool contested or not
// @param except string[] claims left out
// @param relTypes string[] the groups as relationship types
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
    AND (NOT 'groups' IN $asks OR type(s) IN $relTypes)
    AND (NOT 'predicates' IN $asks OR s.predicate IN $predicates)
    AND s.rank >= $rankAtLeast
    AND s.origins >= $originsAtLeast
    AND s.uninvolvedOrigins >= $uninvolvedAtLeast
    AND (NOT 'contested' IN $asks OR s.contested = $contested)
    AND (NOT 'types' IN $asks OR any(l IN labels(m) WHERE l IN $types))
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
    AND (NOT 'groups' IN $asks OR c.group IN $groups)
    AND (NOT 'predicates' IN $asks OR c.predicate IN $predicates)
    AND c.rank >= $rankAtLeast
    AND c.origins >= $originsAtLeast
    AND c.uninvolvedOrigins >= $uninvolvedAtLeast
    AND (NOT 'contested' IN $asks OR c.contested = $contested)
    AND NOT c.id IN $except
    AND (NOT 'types' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS other, m.type AS type WHERE other <> $id AND type IN $types })
  WITH c, CASE c.subject WHEN $id THEN c.object ELSE c.subject END AS other
  RETURN c.id AS id, c.rank AS rank, c.origins AS origins,
    CASE WHEN $order <> 'neighbour' OR other IS NULL OR other IN ['unknown', 'none', 'value'] THEN '' ELSE other END AS neighbour
}
WITH id, min(neighbour) AS neighbour, max(rank) AS rank, max(origins) AS origins
ORDER BY neighbour, CASE $order WHEN 'origins' THEN -origins ELSE -rank END, CASE $order WHEN 'origins' THEN -rank ELSE -origins END, id
WITH collect(id) AS ids
WITH ids[0..$limit] AS sent, size(ids) AS seen
UNWIND sent AS id
RETURN id, seen
