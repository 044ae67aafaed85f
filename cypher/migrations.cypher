// @name find-any-record
// Whether anything stands in the database, but for what it needs itself.
// @mode READ
MATCH (n)
WHERE NOT n:_Migration AND NOT n:_Operation AND NOT n:_State
RETURN true AS found
LIMIT 1

// @name list-migrations
// Migrations applied to this database, in order.
// @mode READ
MATCH (m:_Migration)
RETURN m.id AS id, m.file AS file, m.checksum AS checksum
ORDER BY id

// @name list-stored-names
// Entities after an id, in order of the ids, with their names.
// @mode READ
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id, e.names AS names
ORDER BY id
LIMIT $limit

// @name read-figures-version
// By which version of the rules the stored figures were derived; null where nobody has said.
// @mode READ
MATCH (s:_State {id: 'state'})
RETURN s.figuresVersion AS version

// @name read-search-version
// In which version of the search forms the names are stored; null where nobody has said.
// @mode READ
MATCH (s:_State {id: 'state'})
RETURN s.searchVersion AS version

// @name read-state
// All that the one state node says, and the mark that every writer leaves on it; no row in a database that was never written.
// @mode READ
MATCH (s:_State {id: 'state'})
RETURN coalesce(s.lock, '') AS lock, properties(s) AS state

// @name stream-nodes
// Every node with all it says, but for what belongs to this database alone.
// @mode READ
MATCH (n)
WHERE NOT n:_Migration AND NOT n:_Operation AND NOT n:_State
RETURN toInteger(split(elementId(n), ':')[2]) AS n, labels(n) AS labels, properties(n) AS properties

// @name stream-ties
// Every relationship with all it says.
// @mode READ
MATCH (a)-[r]->(b)
RETURN toInteger(split(elementId(a), ':')[2]) AS a, toInteger(split(elementId(b), ':')[2]) AS b, type(r) AS type, properties(r) AS properties

// @name begin-restore
// Marks the database as one that is being restored, so that nobody takes what is there for all.
// @mode WRITE
MERGE (s:_State {id: 'state'})
SET s.revision = toInteger(0), s.restoring = $digest

// @name create-nodes
// Writes nodes of a backup with all they say, each under its number there.
// @mode WRITE
UNWIND $rows AS row
CREATE (n:_Restoring {_n: row.n})
SET n += row.properties
SET n:$(row.labels)

// @name create-ties
// Writes relationships of a backup between its nodes.
// @mode WRITE
UNWIND $rows AS row
MATCH (a:_Restoring {_n: row.a})
MATCH (b:_Restoring {_n: row.b})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
RETURN count(r) AS n

// @name delete-some
// Deletes what a restore that was cut short left, up to a limit.
// @mode WRITE
MATCH (n)
WHERE NOT n:_Migration AND NOT n:_Operation AND NOT n:_State
WITH n
LIMIT $limit
DETACH DELETE n
RETURN count(*) AS n

// @name end-restore
// Makes a restored database readable, at the revision of the backup.
// @mode WRITE
MATCH (s:_State {id: 'state'})
SET s += $state, s.restoring = null

// @name forget-numbers
// Takes from restored nodes the number that they have in the backup, up to a limit.
// @mode WRITE
MATCH (n:_Restoring)
WITH n
LIMIT $limit
REMOVE n:_Restoring, n._n
RETURN count(n) AS n

// @name keep-figures-version
// Remembers by which version of the rules the stored figures are derived, those marked stale set aside.
// @mode WRITE
MATCH (s:_State {id: 'state'})
SET s.figuresVersion = $version

// @name keep-search-version
// Remembers in which version of the search forms all names are stored.
// @mode WRITE
MATCH (s:_State {id: 'state'})
SET s.searchVersion = $version

// @name put-search-forms
// Stores the forms by which entities are found, as they are worked out now.
// @mode WRITE
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e._search = row.search
RETURN count(e) AS n

// @name record-migration
// Remembers that a migration was applied.
// @mode WRITE
MERGE (m:_Migration {id: $id})
SET m.file = $file, m.checksum = $checksum, m.at = $at
