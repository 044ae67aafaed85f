// How many claims there were at a revision.
// @mode READ
// @param rev int the revision
// @return claims int
MATCH (v:_Version)
WHERE v.kind = 'claim' AND v.`from` <= $rev AND (v.`to` IS NULL OR v.`to` > $rev)
RETURN count(v) AS claims
