// Deletes a saved set.
// @mode WRITE
// @param id string saved set
// @return deleted int
MATCH (s:SavedSet {id: $id})
WITH s, s.id AS id
DETACH DELETE s
RETURN count(id) AS deleted
