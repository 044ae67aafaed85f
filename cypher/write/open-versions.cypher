// Keeps the new state of records as versions; the instant is the change set's.
// @mode WRITE
// @param rev int revision this change makes
// @param changeSet string change set
// @param kind string kind of the records
// @param rows string[][] [kind/id, json]
// @return
UNWIND $rows AS row
CREATE (:_Version {key: row[0], kind: $kind, `from`: $rev, changeSet: $changeSet, json: row[1]})
