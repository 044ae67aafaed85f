// Draws the segments of claims; the claim's own first revision is theirs.
// @mode WRITE
// @param rows map[] {type, from, to, props}
// @return n int
UNWIND $rows AS row
MATCH (c:Claim {id: row.props.claim})
MATCH (a:Entity {id: row.`from`})
MATCH (b:Entity {id: row.`to`})
CREATE (a)-[s:$(row.type)]->(b)
SET s = row.props, s._rev = c._rev
RETURN count(s) AS n
