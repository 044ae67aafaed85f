// Every saved set.
// @mode READ
// @return json string, revision int
MATCH (s:SavedSet)
RETURN s._json AS json, s.revision AS revision
ORDER BY s.id
