// Every question as recorded.
// @mode READ
// @param rev int revision the reader sees
// @return json string
MATCH (q:Question)
WHERE q._rev <= $rev
RETURN q._json AS json
ORDER BY q.id
