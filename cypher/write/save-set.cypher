// Creates or replaces a saved set and counts its revision up.
// @mode WRITE
// @param id string saved set
// @param json string the set
// @return revision int
MERGE (s:SavedSet {id: $id})
SET s._json = $json, s.revision = coalesce(s.revision, 0) + 1
RETURN s.revision AS revision
