// Writes derived figures onto claims; they are no longer stale.
// @mode WRITE
// @param rows map[] {id, props}
// @return n int
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c += row.props
RETURN count(c) AS n
