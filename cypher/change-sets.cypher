// @name list-change-sets
// The newest change sets, newest first.
// @mode READ
MATCH (s:_ChangeSet)
RETURN s.id AS id, s.kind AS kind, s.who AS who, s.why AS why, s.at AS at, s.revision AS revision
ORDER BY s.revision DESC
LIMIT $limit

// @name list-changed-keys
// What each change set after one revision and up to another changed, as kind/id; null where that was too much to be named.
// @mode READ
MATCH (c:_ChangeSet)
WHERE c.revision > $after AND c.revision <= $rev
RETURN c.revision AS revision, c.changed AS changed
ORDER BY revision

// @name list-edits-among
// Which of some revisions an edit made.
// @mode READ
MATCH (s:_ChangeSet)
WHERE s.revision IN $revisions AND s.kind = 'edit'
RETURN s.revision AS revision

// @name read-change-set
// A change set by id, with the revision it made.
// @mode READ
MATCH (s:_ChangeSet {id: $id})
RETURN s.kind AS kind, s.who AS who, s.why AS why, s.at AS at, s.revision AS revision

// @name read-revision
// The revision readers see, and whether a large change is being written, whose records are no state of any revision meanwhile.
// @mode READ
MATCH (s:_State {id: 'state'})
RETURN s.revision AS revision, coalesce(s.writing, false) AS writing

// @name read-revision-at
// The last revision readers could see at an instant; 0 before the first.
// @mode READ
OPTIONAL MATCH (s:_ChangeSet)
WHERE s.revision <= $rev AND s.at <= $at
RETURN coalesce(max(s.revision), 0) AS revision

// @name claim-operation
// Merges an operation id under its constraint and takes the lock of the one state node: the first statement of every write.
// @mode WRITE
MERGE (o:_Operation {id: $id})
ON CREATE SET o.at = $at, o.caller = $caller, o.attempt = $attempt
MERGE (s:_State {id: 'state'})
ON CREATE SET s.revision = 0
SET s.lock = $attempt
WITH o, s
RETURN o.attempt AS attempt, o.caller AS caller, s.revision AS revision

// @name lock-state
// Takes the lock of the one state node: until the transaction ends nobody else writes.
// @mode WRITE
MERGE (s:_State {id: 'state'})
ON CREATE SET s.revision = 0
SET s.lock = $lock

// @name publish-revision
// Makes a revision the one readers see, and records the change set that made it.
// @mode WRITE
MATCH (s:_State {id: 'state'})
SET s.revision = $rev, s.writing = null
CREATE (:_ChangeSet {id: $id, kind: $kind, who: $who, why: $why, at: $at, revision: $rev, changed: $changed, undoes: $undoes, effects: $effects})

// @name read-operation
// Looks up an operation once no writer holds the lock any more, so that its absence is final. No row: it was not applied.
// @mode WRITE
MERGE (s:_State {id: 'state'})
ON CREATE SET s.revision = 0
SET s.lock = $id
WITH s
MATCH (o:_Operation {id: $id})
RETURN o.caller AS caller
