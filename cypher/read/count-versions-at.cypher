// How many claims there were at a revision.
// @mode READ
// @param rev int the revision
// @return claims int
RETURN COUNT { MATCH (c:Claim) WHERE coalesce(c._from, c._rev) <= $rev }
  + COUNT { MATCH (v:_Version) WHERE v.kind = 'claim' AND v.`from` <= $rev AND v.`to` > $rev } AS claims
