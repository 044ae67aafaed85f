// Takes the lock of the one state node: until the transaction ends nobody else writes.
// @mode WRITE
// @param lock string a value nobody else writes
// @return
MERGE (s:_State {id: 'state'})
ON CREATE SET s.revision = 0
SET s.lock = $lock
