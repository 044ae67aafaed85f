// @name count-notebook
// How many entries the notebook has, and their characters.
// @mode READ
MATCH (n:_NotebookEntry)
RETURN count(n) AS number, coalesce(sum(size(n._json)), 0) AS characters

// @name count-notebook-kinds
// How many entries of the notebook name something, by kind.
// @mode READ
MATCH (n:_NotebookEntry)
WHERE ($about IS NULL OR $about IN n.names)
  AND ($assessment IS NULL OR n.assessment = $assessment)
RETURN n.kind AS kind, count(n) AS number
ORDER BY kind

// @name count-saved-sets
// How many saved sets there are, and their characters.
// @mode READ
MATCH (s:SavedSet)
RETURN count(s) AS number, coalesce(sum(size(s._json)), 0) AS characters

// @name count-view-states
// How many views are stored, and their characters.
// @mode READ
MATCH (v:_ViewState)
RETURN count(v) AS number, coalesce(sum(v.characters), 0) AS characters

// @name list-notebook
// Some entries of the notebook that name something, those changed last first.
// @mode READ
MATCH (n:_NotebookEntry)
WHERE ($about IS NULL OR $about IN n.names)
  AND ($assessment IS NULL OR n.assessment = $assessment)
  AND n.kind IN $kinds
RETURN n.id AS id, n.kind AS kind, n._json AS json, n.version AS version, n.changed AS changed
ORDER BY n.changed DESC, n.id
SKIP $offset LIMIT $limit

// @name list-questions
// Every question as recorded.
// @mode READ
MATCH (q:Question)
WHERE q._rev <= $rev
RETURN q._json AS json
ORDER BY q.id

// @name list-saved-sets
// Every saved set.
// @mode READ
MATCH (s:SavedSet)
RETURN s._json AS json, s.revision AS revision
ORDER BY s.id

// @name load-all-questions
// Every question as recorded.
// @mode READ
MATCH (n:Question)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-questions
// Questions by id, as recorded.
// @mode READ
MATCH (n:Question)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name read-notebook-entry
// One entry of the notebook.
// @mode READ
MATCH (n:_NotebookEntry {id: $id})
RETURN n.id AS id, n.kind AS kind, n._json AS json, n.version AS version, n.changed AS changed

// @name read-saved-set
// One saved set.
// @mode READ
MATCH (s:SavedSet {id: $id})
RETURN s._json AS json, s.revision AS revision

// @name read-view-state
// A stored view.
// @mode READ
MATCH (v:_ViewState {digest: $digest})
RETURN v._json AS json, v.lastOpened AS lastOpened

// @name delete-notebook-entry
// Deletes an entry of the notebook.
// @mode WRITE
MATCH (n:_NotebookEntry {id: $id})
WITH n, n.id AS id
DETACH DELETE n
RETURN count(id) AS deleted

// @name delete-saved-set
// Deletes a saved set.
// @mode WRITE
MATCH (s:SavedSet {id: $id})
WITH s, s.id AS id
DETACH DELETE s
RETURN count(id) AS deleted

// @name delete-view-state
// Deletes a stored view.
// @mode WRITE
MATCH (v:_ViewState {digest: $digest})
WITH v, v.digest AS digest
DETACH DELETE v
RETURN count(digest) AS deleted

// @name expire-view-states
// Deletes some of the stored views that nothing has opened since a time.
// @mode WRITE
MATCH (v:_ViewState)
WHERE v.lastOpened < $before
WITH v, v.digest AS digest
LIMIT $limit
DETACH DELETE v
RETURN count(digest) AS deleted

// @name open-view-state
// Notes that a stored view is opened.
// @mode WRITE
MATCH (v:_ViewState {digest: $digest})
SET v.lastOpened = $at
RETURN count(v) AS n

// @name put-questions
// Writes questions, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
UNWIND $rows AS row
MERGE (n:Question {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
RETURN count(n) AS n

// @name put-view-state
// Stores a view under the digest of what it holds; one that is there stays as it is.
// @mode WRITE
MERGE (v:_ViewState {digest: $digest})
ON CREATE SET v._json = $json, v.characters = $characters, v.at = $at, v.lastOpened = $at
RETURN v.digest AS digest

// @name save-notebook-entry
// Creates or replaces an entry of the notebook and counts its version up.
// @mode WRITE
MERGE (n:_NotebookEntry {id: $id})
SET n.kind = $kind, n.names = $names, n.assessment = $assessment, n._json = $json, n.changed = $changed, n.version = coalesce(n.version, 0) + 1
RETURN n.version AS version

// @name save-set
// Creates or replaces a saved set and counts its revision up.
// @mode WRITE
MERGE (s:SavedSet {id: $id})
SET s._json = $json, s.revision = coalesce(s.revision, 0) + 1
RETURN s.revision AS revision
