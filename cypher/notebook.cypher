// @name count-notebook
// How many entries the notebook has, and their characters.
// @mode READ
MATCH (n:_NotebookEntry)
RETURN count(n) AS number, coalesce(sum(size(n._json)), 0) AS characters

// @name list-notebook
// Entries of the notebook that name something, those changed last first.
// @mode READ
MATCH (n:_NotebookEntry)
WHERE ($about IS NULL OR $about IN n.names)
  AND ($assessment IS NULL OR n.assessment = $assessment)
RETURN n.id AS id, n.kind AS kind, n._json AS json, n.version AS version, n.changed AS changed
ORDER BY n.changed DESC, n.id

// @name read-notebook-entry
// One entry of the notebook.
// @mode READ
MATCH (n:_NotebookEntry {id: $id})
RETURN n.id AS id, n.kind AS kind, n._json AS json, n.version AS version, n.changed AS changed

// @name delete-notebook-entry
// Deletes an entry of the notebook.
// @mode WRITE
MATCH (n:_NotebookEntry {id: $id})
WITH n, n.id AS id
DETACH DELETE n
RETURN count(id) AS deleted

// @name save-notebook-entry
// Creates or replaces an entry of the notebook and counts its version up.
// @mode WRITE
MERGE (n:_NotebookEntry {id: $id})
SET n.kind = $kind, n.names = $names, n.assessment = $assessment, n._json = $json, n.changed = $changed, n.version = coalesce(n.version, 0) + 1
RETURN n.version AS version
