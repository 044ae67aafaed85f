// Keeps the states that are about to be replaced or removed: a record is its own latest version, and what it was before stands here.
// @mode WRITE
// @param rev int revision this change makes
// @param rows map {kind: [[id, json]]}, every kind there
// @return
CALL () { UNWIND $rows.dataset AS row MATCH (n:Dataset {id: row[0]}) CREATE (:_Version {key: 'dataset/' + row[0], kind: 'dataset', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.voice AS row MATCH (n:Voice {id: row[0]}) CREATE (:_Version {key: 'voice/' + row[0], kind: 'voice', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.source AS row MATCH (n:Source {id: row[0]}) CREATE (:_Version {key: 'source/' + row[0], kind: 'source', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.entity AS row MATCH (n:Entity {id: row[0]}) CREATE (:_Version {key: 'entity/' + row[0], kind: 'entity', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.predicate AS row MATCH (n:Predicate {id: row[0]}) CREATE (:_Version {key: 'predicate/' + row[0], kind: 'predicate', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.claim AS row MATCH (n:Claim {id: row[0]}) CREATE (:_Version {key: 'claim/' + row[0], kind: 'claim', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.citation AS row MATCH (n:Citation {id: row[0]}) CREATE (:_Version {key: 'citation/' + row[0], kind: 'citation', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.rivals AS row MATCH (n:Rivals {id: row[0]}) CREATE (:_Version {key: 'rivals/' + row[0], kind: 'rivals', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.identity AS row MATCH (n:Identity {id: row[0]}) CREATE (:_Version {key: 'identity/' + row[0], kind: 'identity', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
CALL () { UNWIND $rows.question AS row MATCH (n:Question {id: row[0]}) CREATE (:_Version {key: 'question/' + row[0], kind: 'question', `from`: coalesce(n._from, n._rev), `to`: $rev, json: row[1]}) }
