// Forgets the ledgers of imports that never ended.
// @mode WRITE
// @return
MATCH (i:_Import {state: 'staging'})
DELETE i
