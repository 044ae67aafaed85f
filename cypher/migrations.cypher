// @name list-migrations
// Migrations applied to this database, in order.
// @mode READ
MATCH (m:_Migration)
RETURN m.id AS id, m.file AS file, m.checksum AS checksum
ORDER BY id

// @name record-migration
// Remembers that a migration was applied.
// @mode WRITE
MERGE (m:_Migration {id: $id})
SET m.file = $file, m.checksum = $checksum, m.at = $at
