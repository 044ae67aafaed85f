// One saved set.
// @mode READ
// @param id string saved set
// @return json string, revision int
MATCH (s:SavedSet {id: $id})
RETURN s._json AS json, s.revision AS revision
