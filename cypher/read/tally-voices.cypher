// For each voice, the claims it is an origin of and those it is the only origin of.
// @mode READ
// @param rev int revision the reader sees
// @return voice string, claims int, alone int
MATCH (c:Claim)
WHERE c._rev <= $rev
UNWIND c.originVoices AS voice
RETURN voice, count(c) AS claims, sum(CASE c.origins WHEN 1 THEN 1 ELSE 0 END) AS alone
