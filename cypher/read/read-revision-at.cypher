// The last revision readers could see at an instant; 0 before the first.
// @mode READ
// @param rev int revision the reader sees
// @param at string instant, ISO 8601, UTC
// @return revision int
OPTIONAL MATCH (s:_ChangeSet)
WHERE s.revision <= $rev AND s.at <= $at
RETURN coalesce(max(s.revision), 0) AS revision
