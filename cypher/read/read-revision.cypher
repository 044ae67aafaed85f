// The revision readers see.
// @mode READ
// @return revision int
MATCH (s:_State {id: 'state'})
RETURN s.revision AS revision
