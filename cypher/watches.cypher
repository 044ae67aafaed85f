// @name count-watches
// How many watches there are, and their characters.
// @mode READ
MATCH (w:_Watch)
RETURN count(w) AS number, coalesce(sum(size(w._json)), 0) AS characters

// @name list-watches
// Every watch.
// @mode READ
MATCH (w:_Watch)
RETURN w.id AS id, w._json AS json, w.seen AS seen, w.version AS version
ORDER BY w.id

// @name read-watch
// One watch.
// @mode READ
MATCH (w:_Watch {id: $id})
RETURN w.id AS id, w._json AS json, w.seen AS seen, w.version AS version

// @name delete-watch
// Deletes a watch.
// @mode WRITE
MATCH (w:_Watch {id: $id})
WITH w, w.id AS id
DETACH DELETE w
RETURN count(id) AS deleted

// @name mark-watch-seen
// Notes up to when the answer of a watch was seen.
// @mode WRITE
MATCH (w:_Watch {id: $id})
SET w.seen = $seen
RETURN count(w) AS n

// @name save-watch
// Creates or replaces a watch and counts its version up.
// @mode WRITE
MERGE (w:_Watch {id: $id})
SET w._json = $json, w.seen = $seen, w.version = coalesce(w.version, 0) + 1
RETURN w.version AS version
