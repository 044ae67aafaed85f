// @name list-migrations
// Migrations applied to this database, in order.
// @mode READ
MATCH (m:_Migration)
RETURN m.id AS id, m.file AS file, m.checksum AS checksum
ORDER BY id

// @name read-figures-version
// By which version of the rules the stored figures were derived; null where nobody has said.
// @mode READ
MATCH (s:_State {id: 'state'})
RETURN s.figuresVersion AS version

// @name keep-figures-version
// Remembers by which version of the rules the stored figures are derived, those marked stale set aside.
// @mode WRITE
MATCH (s:_State {id: 'state'})
SET s.figuresVersion = $version

// @name record-migration
// Remembers that a migration was applied.
// @mode WRITE
MERGE (m:_Migration {id: $id})
SET m.file = $file, m.checksum = $checksum, m.at = $at
