// Notes in the ledger that a batch was written, or that all of them are published.
// @mode WRITE
// @param id string digest of what is imported
// @param done int batches written
// @param state string staging or published
// @param touched string instant, ISO 8601, UTC
// @return
MATCH (i:_Import {id: $id})
SET i.batchesDone = $done, i.state = $state, i.touched = $touched
