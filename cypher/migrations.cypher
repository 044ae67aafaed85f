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
