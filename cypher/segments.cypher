// @name expand-trace-layer
// One layer of a trace: for each entity of the frontier its neighbours by claims that may be hops, told apart into those a path may pass, those that only
// the degree limit closes, and the other closed ones; and whether the scan of it was cut short.
// @mode READ
MATCH (x:Entity)
WHERE x.id IN $frontier
CALL (x) {
  MATCH (x)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-(m:Entity)
  WITH s, m
  LIMIT $scan
  WHERE s._rev <= $rev AND type(s) IN $relTypes AND s.traversed AND NOT s.disputedOnly
    AND s.rank >= $rankAtLeast AND s.uninvolvedOrigins >= $uninvolvedAtLeast AND s.origins >= $originsAtLeast AND (NOT $uncontested OR NOT s.contested) AND m._rev <= $rev
    AND (size($datasets) = 0 OR EXISTS { MATCH (c:Claim {id: s.claim}) WHERE c.dataset IN $datasets OR any(d IN c.datasets WHERE d IN $datasets) })
  WITH DISTINCT m
  WHERE m <> x
  RETURN m
}
WITH x, m
LIMIT $limit
WITH x, m,
  NOT m.type IN $closedTypes AND ($throughGeneric OR NOT m.generic) AND ($throughAggregate OR NOT m.aggregate) AS passes,
  COUNT { (m)-[:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-() } > $degreeLimit AS isOver
WITH x, collect(CASE WHEN passes AND NOT isOver THEN m.id END) AS open, collect(CASE WHEN passes AND isOver THEN m.id END) AS hubs,
  collect(CASE WHEN NOT passes THEN m.id END) AS closed
RETURN x.id AS id, open, hubs, closed, COUNT { (x)-[:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-() } > $scan AS isCut

// @name load-other-holders
// The claims that others than those hold.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev AND coalesce(c.datasets, [c.dataset]) <> $datasets
RETURN c.id AS claim, coalesce(c.datasets, [c.dataset]) AS datasets

// @name load-trace-entities
// Every entity as a trace needs it, in the order of ids, and whether more than so many segments lead from it.
// @mode READ
MATCH (e:Entity)
WHERE e._rev <= $rev
RETURN e.id AS id, e.type AS type, e.generic AS generic, e.aggregate AS aggregate,
  COUNT { (e)-[:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->() } > $most AS many
ORDER BY id

// @name load-trace-segments
// Every segment with the figures of its claim, a row for each entity that segments lead from, in columns; those of some entities are left out.
// All properties of a segment are read at once: one by one they take twice as long.
// @mode READ
MATCH (a:Entity)
WHERE a._rev <= $rev AND NOT a.id IN $without
CALL (a) {
  MATCH (a)-[segment:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(b:Entity)
  WITH b, type(segment) AS type, properties(segment) AS s
  WHERE s._rev <= $rev AND b._rev <= $rev
  RETURN collect(s.claim) AS claims, collect(s.n) AS n, collect(b.id) AS `to`, collect(type) AS types, collect(s.predicate) AS predicates,
    collect(s.rank) AS ranks, collect(s.origins) AS origins, collect(s.uninvolvedOrigins) AS uninvolved,
    collect(CASE WHEN s.traversed THEN 1 ELSE 0 END + CASE WHEN s.within THEN 2 ELSE 0 END + CASE WHEN s.accusatory THEN 4 ELSE 0 END + CASE WHEN s.disputedOnly THEN 8 ELSE 0 END + CASE WHEN s.contested THEN 16 ELSE 0 END) AS bits
}
WITH a, claims, n, `to`, types, predicates, ranks, origins, uninvolved, bits
WHERE size(claims) > 0
RETURN a.id AS `from`, claims, n, `to`, types, predicates, ranks, origins, uninvolved, bits

// @name load-trace-segments-of-claims
// The segments of some claims with their figures, by the index of each group.
// @mode READ
UNWIND $ids AS claim
CALL (claim) {
  MATCH (a:Entity)-[s:SPONSORSHIP]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:INTERMEDIATION]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:EXECUTION]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:TARGET]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:STRUCTURE]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:ASSOCIATION]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:JUSTICE]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:GEOGRAPHY]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:STATEMENT]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
  UNION ALL
  MATCH (a:Entity)-[s:IDENTITY]->(b:Entity)
  WHERE s.claim = claim AND s.n >= 0
  RETURN a, s, b
}
WITH a, s, b
WHERE s._rev <= $rev
MATCH (c:Claim {id: s.claim})
RETURN s.claim AS claim, s.n AS n, a.id AS `from`, b.id AS `to`, type(s) AS type, s.predicate AS predicate, s.rank AS rank, s.origins AS origins,
  s.uninvolvedOrigins AS uninvolved, CASE WHEN s.traversed THEN 1 ELSE 0 END + CASE WHEN s.within THEN 2 ELSE 0 END + CASE WHEN s.accusatory THEN 4 ELSE 0 END + CASE WHEN s.disputedOnly THEN 8 ELSE 0 END + CASE WHEN s.contested THEN 16 ELSE 0 END AS bits, coalesce(c.datasets, [c.dataset]) AS datasets

// @name load-trace-segments-of-hubs
// The segments left out above, a row for each.
// @mode READ
UNWIND $ids AS id
MATCH (a:Entity {id: id})
WHERE a._rev <= $rev
MATCH (a)-[segment:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(b:Entity)
WITH a, b, type(segment) AS type, properties(segment) AS s
WHERE s._rev <= $rev AND b._rev <= $rev
RETURN s.claim AS claim, s.n AS n, a.id AS `from`, b.id AS `to`, type, s.predicate AS predicate, s.rank AS rank, s.origins AS origins,
  s.uninvolvedOrigins AS uninvolved, CASE WHEN s.traversed THEN 1 ELSE 0 END + CASE WHEN s.within THEN 2 ELSE 0 END + CASE WHEN s.accusatory THEN 4 ELSE 0 END + CASE WHEN s.disputedOnly THEN 8 ELSE 0 END + CASE WHEN s.contested THEN 16 ELSE 0 END AS bits

// @name most-common-holders
// The datasets that hold more claims together than any other set of datasets does. To look up the datasets of each segment takes longer than to read the segment.
// @mode READ
MATCH (c:Claim)
WHERE c._rev <= $rev
RETURN coalesce(c.datasets, [c.dataset]) AS datasets, count(*) AS claims
ORDER BY claims DESC, datasets
LIMIT 1

// @name read-trace-entities
// What a trace asks of entities: their type and flags, and the number of their segments from the degree store.
// @mode READ
MATCH (e:Entity)
WHERE e.id IN $ids AND e._rev <= $rev
RETURN e.id AS id, e.type AS type, e.generic AS generic, e.aggregate AS aggregate, COUNT { (e)-[:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]-() } AS degree

// @name read-trace-segments
// The segments among given entities that may be hops, with the figures a trace ranks by.
// @mode READ
MATCH (x:Entity)-[s:SPONSORSHIP|INTERMEDIATION|EXECUTION|TARGET|STRUCTURE|ASSOCIATION|JUSTICE|GEOGRAPHY|STATEMENT|IDENTITY]->(y:Entity)
WHERE x.id IN $ids AND y.id IN $ids AND s._rev <= $rev AND type(s) IN $relTypes AND s.traversed AND NOT s.disputedOnly
  AND s.rank >= $rankAtLeast AND s.uninvolvedOrigins >= $uninvolvedAtLeast AND s.origins >= $originsAtLeast AND (NOT $uncontested OR NOT s.contested)
  AND (size($datasets) = 0 OR EXISTS { MATCH (c:Claim {id: s.claim}) WHERE c.dataset IN $datasets OR any(d IN c.datasets WHERE d IN $datasets) })
RETURN s.claim AS claim, s.n AS n, x.id AS `from`, y.id AS `to`, type(s) AS type, s.predicate AS predicate, s.rank AS rank, s.origins AS origins,
  s.uninvolvedOrigins AS uninvolvedOrigins, s.within AS within, s.accusatory AS accusatory, s.contested AS contested
LIMIT $limit

// @name clear-segments
// Deletes the segments of claims: each group has an index of its own by claim.
// @mode WRITE
UNWIND $claims AS claim
CALL (claim) { MATCH ()-[s:SPONSORSHIP]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:INTERMEDIATION]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:EXECUTION]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:TARGET]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:STRUCTURE]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:ASSOCIATION]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:JUSTICE]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:GEOGRAPHY]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:STATEMENT]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }
CALL (claim) { MATCH ()-[s:IDENTITY]->() WHERE s.claim = claim AND s.n >= 0 DELETE s }

// @name put-segments
// Draws the segments of claims; the claim's own first revision is theirs.
// @mode WRITE
UNWIND $rows AS row
MATCH (c:Claim {id: row.props.claim})
MATCH (a:Entity {id: row.`from`})
MATCH (b:Entity {id: row.`to`})
CREATE (a)-[s:$(row.type)]->(b)
SET s = row.props, s._rev = c._rev
RETURN count(s) AS n

// @name write-segment-figures
// Copies derived figures onto the segments of claims, by group.
// @mode WRITE
CALL () { UNWIND $rows.sponsorship AS row MATCH ()-[s:SPONSORSHIP]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.intermediation AS row MATCH ()-[s:INTERMEDIATION]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.execution AS row MATCH ()-[s:EXECUTION]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.target AS row MATCH ()-[s:TARGET]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.structure AS row MATCH ()-[s:STRUCTURE]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.association AS row MATCH ()-[s:ASSOCIATION]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.justice AS row MATCH ()-[s:JUSTICE]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.geography AS row MATCH ()-[s:GEOGRAPHY]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.statement AS row MATCH ()-[s:STATEMENT]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
CALL () { UNWIND $rows.identity AS row MATCH ()-[s:IDENTITY]->() WHERE s.claim = row.id AND s.n >= 0 SET s += row.props }
