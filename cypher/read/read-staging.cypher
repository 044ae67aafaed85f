// The import being staged, if there is one.
// @mode READ
// @return id string, digest string, batchesDone int, touched string
MATCH (i:_Import {state: 'staging'})
RETURN i.id AS id, i.digest AS digest, i.batchesDone AS batchesDone, i.touched AS touched
