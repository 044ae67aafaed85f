// Keeps the new state of records as versions.
// @mode WRITE
// @param rev int revision this change makes
// @param at string instant, ISO 8601, UTC
// @param changeSet string change set
// @param rows string[][] [kind, id, json]
// @return
UNWIND $rows AS row
CREATE (:_Version {key: row[0] + '/' + row[1], kind: row[0], id: row[1], `from`: $rev, at: $at, changeSet: $changeSet, json: row[2]})
