// Makes a revision the one readers see, and records the change set that made it.
// @mode WRITE
// @param rev int the revision
// @param id string change set
// @param kind string import or edit
// @param who string who made it
// @param why string why
// @param at string instant, ISO 8601, UTC
// @param changed string[]? kind/id of each record put or removed; null where they are too many to be named
// @return
MATCH (s:_State {id: 'state'})
SET s.revision = $rev
CREATE (:_ChangeSet {id: $id, kind: $kind, who: $who, why: $why, at: $at, revision: $rev, changed: $changed})
