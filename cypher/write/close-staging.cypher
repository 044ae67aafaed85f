// Forgets the ledger of an import that never ended.
// @mode WRITE
// @param id string ledger
// @return
MATCH (i:_Import {id: $id, state: 'staging'})
DELETE i
