// Ends the open versions of records that are changed or removed.
// @mode WRITE
// @param rev int revision this change makes
// @param keys string[] kind/id
// @return n int
UNWIND $keys AS key
MATCH (v:_Version)
WHERE v.key = key AND v.`from` >= 0 AND v.`to` IS NULL
SET v.`to` = $rev
RETURN count(v) AS n
