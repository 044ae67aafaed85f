// Looks up an operation once no writer holds the lock any more, so that its absence is final. No row: it was not applied.
// @mode WRITE
// @param id string operation
// @return caller string
MERGE (s:_State {id: 'state'})
ON CREATE SET s.revision = 0
SET s.lock = $id
WITH s
MATCH (o:_Operation {id: $id})
RETURN o.caller AS caller
