// @name expand-entity
// Claims an entity stands in, at whatever end, filtered and ordered, for an entity of few enough claims to look at each.
// @mode READ
MATCH (:Entity {id: $id})<-[:HAS]-(any:Claim)
WITH DISTINCT any AS c
WHERE c._rev <= $rev
  AND (NOT 'groups' IN $asks OR c.group IN $groups)
  AND (NOT 'predicates' IN $asks OR c.predicate IN $predicates)
  AND NOT c.predicate IN $predicatesNot
  AND c.rank >= $rankAtLeast
  AND c.rank <= $rankAtMost
  AND c.origins >= $originsAtLeast
  AND c.origins <= $originsAtMost
  AND c.uninvolvedOrigins >= $uninvolvedAtLeast
  AND c.uninvolvedOrigins <= $uninvolvedAtMost
  AND (NOT 'contested' IN $asks OR c.contested = $contested)
  AND (NOT 'disputedOnly' IN $asks OR (c.level = 'disputed-only') = $disputedOnly)
  AND (NOT 'openOnly' IN $asks OR coalesce(c.originsOpen, false) = $openOnly)
  AND (NOT 'sources' IN $asks OR any(s IN c.sources WHERE s IN $sources))
  AND (NOT 'voices' IN $asks OR any(v IN c.originVoices WHERE v IN $voices))
  AND (NOT 'datasets' IN $asks OR c.dataset IN $datasets OR any(d IN c.datasets WHERE d IN $datasets))
  AND (NOT 'entities' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS id WHERE id IN $entities })
  AND (NOT 'types' IN $asks OR EXISTS { MATCH (c)-[h:HAS]->(m:Entity) WITH h.role AS role, m.type AS type WHERE role IN ['subject', 'object'] AND type IN $types })
  AND (NOT $filtersFigures OR NOT coalesce(c.stale, false))
  AND NOT c.id IN $except
  AND (NOT 'neighbourTypes' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS other, m.type AS type WHERE other <> $id AND type IN $neighbourTypes })
WITH c, CASE c.subject WHEN $id THEN c.object ELSE c.subject END AS other
WITH c, CASE WHEN $order <> 'neighbour' OR other IS NULL OR other IN ['unknown', 'none', 'value'] THEN '' ELSE other END AS neighbour
ORDER BY neighbour,
  CASE $order WHEN 'origins' THEN -c.origins ELSE -c.rank END,
  CASE $order WHEN 'origins' THEN -c.rank ELSE -c.origins END,
  c.id
WITH collect(c) AS found
WITH found[0..$limit] AS sent, size(found) AS total
UNWIND sent AS c
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.textQuoted, false) AS textQuoted, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures, total

// @name expand-hub
// Ids of the best claims of an entity of very many, out of a bounded scan: its segments by their copied figures, and a bounded number of claims in
// which it is only a qualifier or which have no segment.
// @mode READ
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
CALL (e) {
  MATCH (e)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-(m:Entity)
  WITH s, m
  LIMIT $scan
  WHERE s._rev <= $rev
    AND (NOT 'groups' IN $asks OR type(s) IN $relTypes)
    AND (NOT 'predicates' IN $asks OR s.predicate IN $predicates)
    AND NOT s.predicate IN $predicatesNot
    AND s.rank >= $rankAtLeast
    AND s.rank <= $rankAtMost
    AND s.origins >= $originsAtLeast
    AND s.origins <= $originsAtMost
    AND s.uninvolvedOrigins >= $uninvolvedAtLeast
    AND s.uninvolvedOrigins <= $uninvolvedAtMost
    AND (NOT 'contested' IN $asks OR s.contested = $contested)
    AND (NOT 'neighbourTypes' IN $asks OR any(l IN labels(m) WHERE l IN $neighbourTypes))
    AND NOT s.claim IN $except
    AND (NOT $asksClaim OR EXISTS {
      MATCH (c:Claim {id: s.claim})
      WHERE (NOT $filtersFigures OR NOT coalesce(c.stale, false))
        AND (NOT 'disputedOnly' IN $asks OR (c.level = 'disputed-only') = $disputedOnly)
        AND (NOT 'openOnly' IN $asks OR coalesce(c.originsOpen, false) = $openOnly)
        AND (NOT 'sources' IN $asks OR any(source IN c.sources WHERE source IN $sources))
        AND (NOT 'voices' IN $asks OR any(voice IN c.originVoices WHERE voice IN $voices))
        AND (NOT 'datasets' IN $asks OR c.dataset IN $datasets OR any(dataset IN c.datasets WHERE dataset IN $datasets))
        AND (NOT 'entities' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(named:Entity) WITH named.id AS entity WHERE entity IN $entities })
        AND (NOT 'types' IN $asks OR EXISTS { MATCH (c)-[has:HAS]->(bound:Entity) WITH has.role AS role, bound.type AS type WHERE role IN ['subject', 'object'] AND type IN $types })
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
    AND (NOT 'groups' IN $asks OR c.group IN $groups)
    AND (NOT 'predicates' IN $asks OR c.predicate IN $predicates)
    AND NOT c.predicate IN $predicatesNot
    AND c.rank >= $rankAtLeast
    AND c.rank <= $rankAtMost
    AND c.origins >= $originsAtLeast
    AND c.origins <= $originsAtMost
    AND c.uninvolvedOrigins >= $uninvolvedAtLeast
    AND c.uninvolvedOrigins <= $uninvolvedAtMost
    AND (NOT 'contested' IN $asks OR c.contested = $contested)
    AND (NOT 'disputedOnly' IN $asks OR (c.level = 'disputed-only') = $disputedOnly)
    AND (NOT 'openOnly' IN $asks OR coalesce(c.originsOpen, false) = $openOnly)
    AND (NOT 'sources' IN $asks OR any(s IN c.sources WHERE s IN $sources))
    AND (NOT 'voices' IN $asks OR any(v IN c.originVoices WHERE v IN $voices))
    AND (NOT 'datasets' IN $asks OR c.dataset IN $datasets OR any(d IN c.datasets WHERE d IN $datasets))
    AND (NOT 'entities' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS id WHERE id IN $entities })
    AND (NOT 'types' IN $asks OR EXISTS { MATCH (c)-[h:HAS]->(m:Entity) WITH h.role AS role, m.type AS type WHERE role IN ['subject', 'object'] AND type IN $types })
    AND (NOT $filtersFigures OR NOT coalesce(c.stale, false))
    AND NOT c.id IN $except
    AND (NOT 'neighbourTypes' IN $asks OR EXISTS { MATCH (c)-[:HAS]->(m:Entity) WITH m.id AS other, m.type AS type WHERE other <> $id AND type IN $neighbourTypes })
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
RETURN c.id AS id, c.dataset AS dataset, c.subject AS subject, c.predicate AS predicate, c.object AS object, c.text AS text,
  c.textLang AS textLang, coalesce(c.textQuoted, false) AS textQuoted, coalesce(c.via, []) AS via, coalesce(c.to, []) AS `to`, coalesce(c.at, []) AS `at`, coalesce(c.in, []) AS `in`, coalesce(c.instrument, []) AS instrument, coalesce(c.intended, false) AS intended,
  coalesce(c.attempted, false) AS attempted, coalesce(c.expected, false) AS expected, c.occasion AS occasion, c.sources AS sources, coalesce(c.datasets, [c.dataset]) AS datasets, c._figures AS figures, total

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
