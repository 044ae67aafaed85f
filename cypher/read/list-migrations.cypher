// Migrations applied to this database, in order.
// @mode READ
// @return id string, file string, checksum string
MATCH (m:_Migration)
RETURN m.id AS id, m.file AS file, m.checksum AS checksum
ORDER BY id
