// Merges an operation id under its constraint and takes the lock of the one state node: the first statement of every write.
// @mode WRITE
// @param id string operation
// @param at string instant, ISO 8601
// @param caller string the call that asks
// @param attempt string the attempt of that call; another one in the answer: the operation was applied before
// @return attempt string, caller string, revision int
MERGE (o:_Operation {id: $id})
ON CREATE SET o.at = $at, o.caller = $caller, o.attempt = $attempt
MERGE (s:_State {id: 'state'})
ON CREATE SET s.revision = 0
SET s.lock = $attempt
WITH o, s
RETURN o.attempt AS attempt, o.caller AS caller, s.revision AS revision
