// A change set by id, with the revision it made.
// @mode READ
// @param id string change set
// @return kind string, who string, why string, at string, revision int
MATCH (s:_ChangeSet {id: $id})
RETURN s.kind AS kind, s.who AS who, s.why AS why, s.at AS at, s.revision AS revision
