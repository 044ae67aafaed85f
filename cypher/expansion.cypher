// @name expand-entity
// Claims an entity stands in, at whatever end, filtered and ordered, for an entity of few enough claims to look at each.
// @mode READ
MATCH (:Entity {id: $id})<-[:HAS]-(any:Claim)
WITH DISTINCT any AS c
WHERE c._rev <= $rev
  // @use filter-claims
  AND NOT c.id IN $except
  AND (NOT 'neighbourTypes' IN $filter.asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS other, m.type AS type WHERE other <> $id AND type IN $filter.neighbourTypes })
WITH c, CASE c.subject WHEN $id THEN c.object ELSE c.subject END AS other
WITH c, CASE WHEN $order <> 'neighbour' OR other IS NULL OR other IN ['unknown', 'none', 'value'] THEN '' ELSE other END AS neighbour
ORDER BY neighbour,
  CASE $order WHEN 'origins' THEN -c.origins ELSE -c.rank END,
  CASE $order WHEN 'origins' THEN -c.rank ELSE -c.origins END,
  c.id
WITH collect(c) AS found
WITH found[0..$limit] AS sent, size(found) AS total
UNWIND sent AS c
RETURN total,
  // @use return-claim

// @name expand-hub
// Ids of the best claims of an entity of very many, out of a bounded scan: its segments by their copied figures, what they have no copy of by their
// claims, and a bounded number of claims in which it is only a qualifier or which have no segment.
// @mode READ
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
CALL (e) {
  MATCH (e)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-(m:Entity)
  WITH s, m
  LIMIT $scan
  WHERE s._rev <= $rev
    AND all(one IN $filter.atLeast WHERE coalesce(s[one.fact] >= one.value, true))
    AND all(one IN $filter.atMost WHERE coalesce(s[one.fact] <= one.value, true))
    AND all(one IN $filter.after WHERE coalesce(s[one.fact] > one.value, true))
    AND all(one IN $filter.is WHERE coalesce(s[one.fact] = one.value, true))
    AND all(one IN $filter.anyOf WHERE coalesce(s[one.fact] IN one.value, true))
    AND none(one IN $filter.noneOf WHERE coalesce(s[one.fact] IN one.value, false))
    AND (NOT 'neighbourTypes' IN $filter.asks OR any(l IN labels(m) WHERE l IN $filter.neighbourTypes))
    AND NOT s.claim IN $except
    AND (NOT $asksClaim OR EXISTS {
      MATCH (c:Claim {id: s.claim})
      WHERE true
        // @use filter-claims
    })
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
    // @use filter-claims
    AND NOT c.id IN $except
    AND (NOT 'neighbourTypes' IN $filter.asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS other, m.type AS type WHERE other <> $id AND type IN $filter.neighbourTypes })
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

// @name read-subgraph
// Claims all of whose ends and qualifiers stand among given entities, firmest first. Entities of very many claims are looked out from by a
// bounded number of their segments: what such an entity alone says of itself (a text, a value) is not among the claims.
// @mode READ
CALL () {
  MATCH (e:Entity)
  WHERE e.id IN $ids AND COUNT { (e)<-[:HAS]-() } <= $hub
  MATCH (e)<-[:HAS]-(c:Claim)
  RETURN c
  UNION
  MATCH (e:Entity)
  WHERE e.id IN $ids AND COUNT { (e)<-[:HAS]-() } > $hub
  WITH e
  LIMIT $hubs
  CALL (e) {
    MATCH (e)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(m:Entity)
    WITH s, m
    LIMIT $scan
    WHERE m.id IN $ids
    RETURN DISTINCT s.claim AS id
  }
  MATCH (c:Claim {id: id})
  RETURN c
}
WITH DISTINCT c
WHERE c._rev <= $rev
MATCH (c)-[:HAS]->(m:Entity)
WITH c, min(CASE WHEN m.id IN $ids THEN 1 ELSE 0 END) AS inside
WHERE inside = 1
WITH c
ORDER BY c.rank DESC, c.origins DESC, c.id
WITH collect(c) AS found
WITH found[0..$limit] AS sent, size(found) AS total
UNWIND sent AS c
RETURN total,
  // @use return-claim

// @name summarize-hub
// What stands around an entity of very many claims, counted over a bounded number of its segments: lower bounds.
// @mode READ
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

// @name summarize-neighbours
// What stands around an entity, counted by predicate and by the other entities' type, for an entity of few enough claims to look at each.
// @mode READ
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
