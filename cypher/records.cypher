// @name count-dataset-records
// How many records of each kind some datasets have.
// @mode READ
CALL () {
  MATCH (r:Voice) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'voice' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Source) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'source' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Entity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'entity' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Predicate) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'predicate' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Claim) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'claim' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Citation) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'citation' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Rivals) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'rivals' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Identity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'identity' AS kind, r.dataset AS dataset, count(*) AS n
  UNION ALL
  MATCH (r:Question) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'question' AS kind, r.dataset AS dataset, count(*) AS n
}
RETURN kind, dataset, n

// @name count-versions-at
// How many claims there were at a revision.
// @mode READ
RETURN COUNT { MATCH (c:Claim) WHERE coalesce(c._from, c._rev) <= $rev }
  + COUNT { MATCH (v:_Version) WHERE v.kind = 'claim' AND v.`from` <= $rev AND v.`to` > $rev } AS claims

// @name list-dataset-records
// Ids of all records of some datasets; of claims also those of others that they cite.
// @mode READ
CALL () {
  MATCH (r:Voice) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'voice' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Source) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'source' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Entity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'entity' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Predicate) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'predicate' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Citation) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN DISTINCT 'claim' AS kind, r.claim AS id
  UNION ALL
  MATCH (r:Rivals) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'rivals' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Identity) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'identity' AS kind, r.id AS id
  UNION ALL
  MATCH (r:Question) WHERE r.dataset IN $datasets AND r._rev <= $rev RETURN 'question' AS kind, r.id AS id
}
RETURN kind, id

// @name list-known-ids
// Ids of all records of the kinds others refer to: to suggest the one somebody meant.
// @mode READ
CALL () {
  MATCH (r:Entity) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'entity' AS kind, id
  UNION ALL
  MATCH (r:Source) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'source' AS kind, id
  UNION ALL
  MATCH (r:Voice) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'voice' AS kind, id
  UNION ALL
  MATCH (r:Predicate) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'predicate' AS kind, id
  UNION ALL
  MATCH (r:Claim) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'claim' AS kind, id
  UNION ALL
  MATCH (r:Dataset) WHERE r._rev <= $rev WITH r.id AS id LIMIT $most RETURN 'dataset' AS kind, id
}
RETURN kind, id

// @name list-later-records
// Records whose present state was written after a revision.
// @mode READ
MATCH (n:Dataset|Voice|Source|Entity|Predicate|Claim|Citation|Rivals|Identity|Question)
WHERE n._rev <= $rev AND coalesce(n._from, n._rev) > $after
RETURN [label IN labels(n) WHERE label IN ['Dataset', 'Voice', 'Source', 'Entity', 'Predicate', 'Claim', 'Citation', 'Rivals', 'Identity', 'Question']][0] AS label, n.id AS id
LIMIT $limit

// @name list-records-of-kinds
// All records of some kinds as they are.
// @mode READ
CALL () {
  MATCH (n:Dataset) WHERE 'dataset' IN $kinds AND n._rev <= $rev RETURN 'dataset' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Voice) WHERE 'voice' IN $kinds AND n._rev <= $rev RETURN 'voice' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Source) WHERE 'source' IN $kinds AND n._rev <= $rev RETURN 'source' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Entity) WHERE 'entity' IN $kinds AND n._rev <= $rev RETURN 'entity' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Predicate) WHERE 'predicate' IN $kinds AND n._rev <= $rev RETURN 'predicate' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Claim) WHERE 'claim' IN $kinds AND n._rev <= $rev RETURN 'claim' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Citation) WHERE 'citation' IN $kinds AND n._rev <= $rev RETURN 'citation' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Rivals) WHERE 'rivals' IN $kinds AND n._rev <= $rev RETURN 'rivals' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Identity) WHERE 'identity' IN $kinds AND n._rev <= $rev RETURN 'identity' AS kind, n._json AS json
  UNION ALL
  MATCH (n:Question) WHERE 'question' IN $kinds AND n._rev <= $rev RETURN 'question' AS kind, n._json AS json
}
RETURN kind, json

// @name load-known-aliases
// Claims that a dataset calls by another id than the claim's own.
// @mode READ
MATCH (c:Claim)
WHERE size(c.aliases) > 0 AND c._rev <= $rev AND any(alias IN c.aliases WHERE alias IN $ids)
RETURN c.id AS id, coalesce(c.aliases, []) AS aliases

// @name load-known-claims
// Ids, shares and citations of claims, by id or by proposition.
// @mode READ
CALL () {
  UNWIND $ids AS id
  MATCH (c:Claim {id: id})
  RETURN c
  UNION
  UNWIND $keys AS key
  MATCH (c:Claim {_key: key})
  RETURN c
}
WITH c
WHERE c._rev <= $rev
RETURN c.id AS id, coalesce(c.aliases, []) AS aliases, COLLECT { MATCH (c)-[:CITES]->(k:Citation) WHERE k._rev <= $rev RETURN k._json } AS citations

// @name load-known-lineage
// Ids of the sources whose text the given ones carry, along the whole chain.
// @mode READ
UNWIND $ids AS id
MATCH (s:Source {id: id})-[:TEXT_OF*1..64]->(o:Source)
WHERE o._rev <= $rev
RETURN DISTINCT o.id AS id

// @name load-known-records
// Records of any kind as they are, by id, with the revision that wrote their present state.
// @mode READ
CALL () {
  UNWIND $ids.dataset AS id MATCH (n:Dataset {id: id}) WHERE n._rev <= $rev RETURN 'dataset' AS kind, n
  UNION ALL
  UNWIND $ids.voice AS id MATCH (n:Voice {id: id}) WHERE n._rev <= $rev RETURN 'voice' AS kind, n
  UNION ALL
  UNWIND $ids.source AS id MATCH (n:Source {id: id}) WHERE n._rev <= $rev RETURN 'source' AS kind, n
  UNION ALL
  UNWIND $ids.entity AS id MATCH (n:Entity {id: id}) WHERE n._rev <= $rev RETURN 'entity' AS kind, n
  UNION ALL
  UNWIND $ids.predicate AS id MATCH (n:Predicate {id: id}) WHERE n._rev <= $rev RETURN 'predicate' AS kind, n
  UNION ALL
  UNWIND $ids.claim AS id MATCH (n:Claim {id: id}) WHERE n._rev <= $rev RETURN 'claim' AS kind, n
  UNION ALL
  UNWIND $ids.citation AS id MATCH (n:Citation {id: id}) WHERE n._rev <= $rev RETURN 'citation' AS kind, n
  UNION ALL
  UNWIND $ids.rivals AS id MATCH (n:Rivals {id: id}) WHERE n._rev <= $rev RETURN 'rivals' AS kind, n
  UNION ALL
  UNWIND $ids.identity AS id MATCH (n:Identity {id: id}) WHERE n._rev <= $rev RETURN 'identity' AS kind, n
  UNION ALL
  UNWIND $ids.question AS id MATCH (n:Question {id: id}) WHERE n._rev <= $rev RETURN 'question' AS kind, n
}
RETURN kind, n._json AS json, coalesce(n._from, n._rev) AS since, coalesce(n.aliases, []) AS aliases

// @name load-last-imported
// What the last import before a revision said of each of some records; those no import wrote are left out.
// @mode READ
UNWIND $rows AS row
WITH row, head(COLLECT {
  MATCH (o:_Version)
  WHERE o.key = row.key AND o.`from` < row.since
  MATCH (i:_ChangeSet {revision: o.`from`, kind: 'import'})
  RETURN o.json
  ORDER BY o.`from` DESC
  LIMIT 1
}) AS json
WHERE json IS NOT NULL
RETURN row.key AS key, json

// @name load-versions-at
// The past states of records that were current at a revision, of every kind.
// @mode READ
MATCH (v:_Version)
WHERE v.`from` <= $rev AND v.`to` > $rev
RETURN v.kind AS kind, v.json AS json
LIMIT $limit

// @name keep-versions
// Keeps the states that are about to be replaced or removed: a record is its own latest version, and what it was before stands here.
// @mode WRITE
CALL () { UNWIND $rows.dataset AS row MATCH (n:Dataset {id: row[0]}) CREATE (:_Version {key: 'dataset/' + row[0], kind: 'dataset', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.voice AS row MATCH (n:Voice {id: row[0]}) CREATE (:_Version {key: 'voice/' + row[0], kind: 'voice', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.source AS row MATCH (n:Source {id: row[0]}) CREATE (:_Version {key: 'source/' + row[0], kind: 'source', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.entity AS row MATCH (n:Entity {id: row[0]}) CREATE (:_Version {key: 'entity/' + row[0], kind: 'entity', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.predicate AS row MATCH (n:Predicate {id: row[0]}) CREATE (:_Version {key: 'predicate/' + row[0], kind: 'predicate', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.claim AS row MATCH (n:Claim {id: row[0]}) CREATE (:_Version {key: 'claim/' + row[0], kind: 'claim', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1], aliases: n.aliases}) }
CALL () { UNWIND $rows.citation AS row MATCH (n:Citation {id: row[0]}) CREATE (:_Version {key: 'citation/' + row[0], kind: 'citation', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.rivals AS row MATCH (n:Rivals {id: row[0]}) CREATE (:_Version {key: 'rivals/' + row[0], kind: 'rivals', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.identity AS row MATCH (n:Identity {id: row[0]}) CREATE (:_Version {key: 'identity/' + row[0], kind: 'identity', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.question AS row MATCH (n:Question {id: row[0]}) CREATE (:_Version {key: 'question/' + row[0], kind: 'question', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }

// @name remove-records
// Deletes records by kind. Claims and citations go with their ties, sources with their texts; what another record still refers to is refused by the database.
// @mode WRITE
CALL () { UNWIND $ids.rivals AS id MATCH (n:Rivals {id: id}) DETACH DELETE n }
CALL () { UNWIND $ids.identity AS id MATCH (n:Identity {id: id}) DELETE n }
CALL () { UNWIND $ids.question AS id MATCH (n:Question {id: id}) DELETE n }
CALL () { UNWIND $ids.citation AS id MATCH (n:Citation {id: id}) DETACH DELETE n }
CALL () { UNWIND $ids.claim AS id MATCH (n:Claim {id: id}) OPTIONAL MATCH (n)-[h:HAS|HAS_AGAIN]->() DELETE h }
CALL () { UNWIND $ids.claim AS id MATCH (n:Claim {id: id}) DELETE n }
CALL () { UNWIND $ids.entity AS id MATCH (n:Entity {id: id}) DELETE n }
CALL () { UNWIND $ids.source AS id MATCH (n:Source {id: id}) OPTIONAL MATCH (n)-[r:VOICED_BY|TEXT_OF]->() DELETE r }
CALL () { UNWIND $ids.source AS id MATCH (n:Source {id: id}) DELETE n }
CALL () { UNWIND $ids.source AS id MATCH (t:_Text {source: id}) DELETE t }
CALL () { UNWIND $ids.source AS id MATCH (a:_Anchor {source: id}) DELETE a }
CALL () { UNWIND $ids.voice AS id MATCH (n:Voice {id: id}) DELETE n }
CALL () { UNWIND $ids.predicate AS id MATCH (n:Predicate {id: id}) DELETE n }
CALL () { UNWIND $ids.dataset AS id MATCH (n:Dataset {id: id}) DELETE n }
