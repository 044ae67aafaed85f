// The newest change sets, newest first.
// @mode READ
// @param limit int change sets at the most
// @return id string, kind string, who string, why string, at string, revision int
MATCH (s:_ChangeSet)
RETURN s.id AS id, s.kind AS kind, s.who AS who, s.why AS why, s.at AS at, s.revision AS revision
ORDER BY s.revision DESC
LIMIT $limit
