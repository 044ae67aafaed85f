// @name list-voices
// Every voice as recorded.
// @mode READ
MATCH (v:Voice)
WHERE v._rev <= $rev
RETURN v._json AS json
ORDER BY v.id

// @name load-all-voices
// Every voice as recorded.
// @mode READ
MATCH (n:Voice)
WHERE n._rev <= $rev
RETURN n._json AS json

// @name load-voices
// Voices by id, as recorded.
// @mode READ
MATCH (n:Voice)
WHERE n.id IN $ids AND n._rev <= $rev
RETURN n._json AS json

// @name read-voice-claims
// Ids of the claims a voice is an origin of, firmest first, those it is the only origin of, and the voices whose publications carry it.
// @mode READ
MATCH (v:Voice {id: $id})
WHERE v._rev <= $rev
CALL (v) {
  MATCH (v)<-[:VOICED_BY]-(:Source)<-[:ROOTED_AT]-(k:Citation)<-[:CITES]-(c:Claim)
  WHERE c._rev <= $rev AND $id IN c.originVoices
  WITH DISTINCT c
  ORDER BY c.rank DESC, c.origins DESC, c.id
  WITH collect(c.id) AS ids, collect(CASE c.origins WHEN 1 THEN c.id END) AS lone
  RETURN ids[0..$limit] AS claims, size(ids) AS claimsTotal, lone[0..$limit] AS alone, size(lone) AS aloneTotal
}
OPTIONAL CALL (v) {
  MATCH (v)<-[:VOICED_BY]-(:Source)<-[:ROOTED_AT]-(:Citation)<-[:CITES]-(c:Claim)
  WHERE c._rev <= $rev
  WITH DISTINCT c
  UNWIND c.carries AS pair
  WITH split(pair, ' ') AS ends
  WHERE ends[1] = $id
  RETURN DISTINCT ends[0] AS carrier
}
WITH claims, claimsTotal, alone, aloneTotal, carrier
ORDER BY carrier
WITH claims, claimsTotal, alone, aloneTotal, collect(carrier) AS carriedBy
RETURN claims, claimsTotal, alone, aloneTotal, carriedBy

// @name read-voice-json
// A voice as recorded, with its sources, and the voices its publications take claims from.
// @mode READ
MATCH (v:Voice {id: $id})
WHERE v._rev <= $rev
RETURN v._json AS json,
  COLLECT { MATCH (v)<-[:VOICED_BY]-(s:Source) WHERE s._rev <= $rev RETURN s._json ORDER BY s.id } AS sources,
  COLLECT {
    MATCH (v)<-[:VOICED_BY]-(read:Source)<-[:IN]-(k:Citation)-[:ROOTED_AT]->(root:Source)-[:VOICED_BY]->(other:Voice)
    WHERE other <> v
    MATCH (k)<-[:CITES]-(c:Claim)
    WHERE c._rev <= $rev AND read.id + ' ' + root.id IN c.takes
    WITH other, count(DISTINCT c) AS claims
    ORDER BY claims DESC, other.id
    RETURN {voice: other.id, claims: claims}
  } AS takesFrom

// @name put-voices
// Writes voices, new or changed; each keeps the revision it first had, so that a reader never loses it midway.
// @mode WRITE
UNWIND $rows AS row
MERGE (n:Voice {id: row.id})
WITH n, row, coalesce(n._rev, $rev) AS rev
SET n = row.props, n._rev = rev, n._from = CASE rev WHEN $rev THEN null ELSE $rev END
RETURN count(n) AS n
