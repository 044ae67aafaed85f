// Takes the ledgers not touched since an instant away from their imports: under another id they still shut others out, and nobody goes on with them.
// @mode WRITE
// @param before string instant, ISO 8601, UTC
// @param at string instant of giving up, ISO 8601, UTC
// @return id string
MATCH (i:_Import {state: 'staging'})
WHERE i.touched < $before
SET i.id = i.digest + ' given up ' + $at
RETURN i.id AS id
