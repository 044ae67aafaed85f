// Opens the ledger of a staged import, or finds it again.
// @mode WRITE
// @param id string digest of what is imported
// @param changeSet string change set
// @param datasets string[] datasets it writes
// @param at string instant, ISO 8601, UTC
// @return state string, batchesDone int, changeSet string, at string
MERGE (i:_Import {id: $id})
ON CREATE SET i.digest = $id, i.state = 'staging', i.batchesDone = toInteger(0), i.changeSet = $changeSet, i.datasets = $datasets, i.at = $at
SET i.touched = $at
RETURN i.state AS state, i.batchesDone AS batchesDone, i.changeSet AS changeSet, i.at AS at
