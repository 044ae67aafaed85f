// The imports being staged: one at a time, or what one that never ended left behind.
// @mode READ
// @return id string, changeSet string, datasets string[], touched string
MATCH (i:_Import {state: 'staging'})
RETURN i.id AS id, i.changeSet AS changeSet, coalesce(i.datasets, []) AS datasets, i.touched AS touched
