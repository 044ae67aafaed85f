// Sources whose voice is one of some voices.
// @mode READ
// @param rev int revision the reader sees
// @param voices string[] voices
// @return id string
MATCH (v:Voice)<-[:VOICED_BY]-(s:Source)
WHERE v.id IN $voices AND s._rev <= $rev
RETURN s.id AS id
