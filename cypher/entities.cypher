// @name list-at-risk
// Ids and names of everybody at risk.
// @mode READ
MATCH (e:Entity)
WHERE e.atRisk AND e._rev <= $rev
RETURN e.id AS id, e.names AS names
ORDER BY id

// @name list-entities
// Entities by the number of claims they stand in, the most first: what an empty search shows.
// @mode READ
MATCH (e:Entity)
WHERE e._rev <= $rev AND (NOT 'types' IN $asks OR e.type IN $types)
RETURN e.id AS id, COUNT { (e)<-[:HAS]-() } AS degree
ORDER BY degree DESC, id
LIMIT $limit

// @name list-entity-ids
// Ids of the entities of a type, up to a limit.
// @mode READ
MATCH (e:Entity)
WHERE e.type = $type AND e._rev <= $rev
RETURN e.id AS id
ORDER BY id
LIMIT $limit

// @name load-all-entities
// Every entity as recorded.
// @mode READ
MATCH (n:Entity)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-entities
// Entities by id, as recorded.
// @mode READ
MATCH (n:Entity)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name read-degree
// How many claims an entity stands in, from the degree store: one look however many there are. No row: there is no such entity.
// @mode READ
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
RETURN COUNT { (e)<-[:HAS]-() } AS degree,
  COUNT { (e)-[:SPONSORSHIP]-() } + COUNT { (e)-[:INTERMEDIATION]-() } + COUNT { (e)-[:EXECUTION]-() } + COUNT { (e)-[:TARGET]-() } +
  COUNT { (e)-[:STRUCTURE]-() } + COUNT { (e)-[:ASSOCIATION]-() } + COUNT { (e)-[:JUSTICE]-() } + COUNT { (e)-[:GEOGRAPHY]-() } +
  COUNT { (e)-[:STATEMENT]-() } + COUNT { (e)-[:IDENTITY]-() } AS segments

// @name read-entity
// An entity's names and the identity decisions it is part of.
// @mode READ
MATCH (e:Entity {id: $id})
WHERE e._rev <= $rev
RETURN e.names AS names,
  COLLECT {
    MATCH (i:Identity)
    WHERE (i.a = $id OR i.b = $id) AND i._rev <= $rev
    RETURN [CASE i.a WHEN $id THEN i.b ELSE i.a END, i.decision, i.why]
    ORDER BY i.id
  } AS identities

// @name read-entity-datasets
// The dataset that each of these entities belongs to.
// @mode READ
MATCH (e:Entity)
WHERE e.id IN $ids AND e._rev <= $rev
RETURN e.id AS id, e.dataset AS dataset

// @name read-nodes
// Entities by id as they are drawn, each with the number of claims it stands in and whether an unsure identity decision stands.
// @mode READ
CALL () {
  MATCH (i:Identity)
  WHERE i.decision = 'unsure' AND i._rev <= $rev
  RETURN collect(i.a) + collect(i.b) AS unsure
}
MATCH (e:Entity)
WHERE e.id IN $ids AND e._rev <= $rev
RETURN e.id AS id, e.type AS type, e.kind AS kind, e.name AS name, e.nameLang AS nameLang, e.label AS label, e.unnamed AS unnamed, e.redacted AS redacted,
  e.generic AS generic, e.aggregate AS aggregate, e.atRisk AS atRisk, e.candidates AS candidates,
  CASE
    WHEN COUNT { (e)<-[:HAS]-() } > 50 THEN COUNT { (e)<-[:HAS]-() }
    ELSE COUNT { MATCH (e)<-[:HAS]-(c:Claim) WHERE c._rev <= $rev }
  END AS degree,
  e.id IN unsure AS unsure

// @name search-entities
// Entities whose stored search form answers a full-text query, best first as the index ranks them; the domain ranks them again.
// @mode READ
CALL db.index.fulltext.queryNodes('entity_search', $text, {limit: $fetch}) YIELD node AS e, score
WHERE e._rev <= $rev AND (NOT 'types' IN $asks OR e.type IN $types)
RETURN e.id AS id, e.names AS names, COUNT { (e)<-[:HAS]-() } AS degree
ORDER BY score DESC, id
LIMIT $limit

// @name put-entities
// Writes entities, new or changed, each with its type as a second label.
// @mode WRITE
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
REMOVE n:Person:Group:Gang:Agency:Organization:Country:Place:Plot:Event:Case:Measure:Item
SET n:$(row.type)
RETURN count(n) AS n
