// Remembers that a migration was applied.
// @mode WRITE
// @param id string migration
// @param file string its file
// @param checksum string SHA-256 of the file
// @param at string instant, ISO 8601
// @return
MERGE (m:_Migration {id: $id})
SET m.file = $file, m.checksum = $checksum, m.at = $at
