// @name list-change-sets-at
// The change sets that made some revisions, newest first.
// @mode READ
MATCH (s:_ChangeSet)
WHERE s.revision IN $revisions
RETURN s.id AS id, s.kind AS kind, s.who AS who, s.why AS why, s.at AS at, s.revision AS revision, s.changed AS changed, s.undoes AS undoes, s.effects AS effects
ORDER BY s.revision DESC

// @name list-change-sets-below
// The change sets up to a revision, newest first.
// @mode READ
MATCH (s:_ChangeSet)
WHERE s.revision <= $rev
RETURN s.id AS id, s.kind AS kind, s.who AS who, s.why AS why, s.at AS at, s.revision AS revision, s.changed AS changed, s.undoes AS undoes, s.effects AS effects
ORDER BY s.revision DESC
SKIP $offset LIMIT $limit

// @name list-changed-at
// Keys of the records that some change sets wrote or removed; asked where these do not name them.
// @mode READ
CALL () {
  MATCH (v:_Version) WHERE v.`from` IN $revisions RETURN v.key AS key
  UNION
  MATCH (v:_Version) WHERE v.`to` IN $revisions RETURN v.key AS key
  UNION
  MATCH (n:Dataset|Voice|Source|Entity|Predicate|Claim|Citation|Rivals|Identity|Question)
  WHERE n._rev <= $rev AND coalesce(n._from, n._rev) IN $revisions
  RETURN toLower([label IN labels(n) WHERE label IN ['Dataset', 'Voice', 'Source', 'Entity', 'Predicate', 'Claim', 'Citation', 'Rivals', 'Identity', 'Question']][0]) + '/' + n.id AS key
}
RETURN key

// @name list-citations-ever
// Ids of the citations that a claim has or had.
// @mode READ
CALL () {
  MATCH (:Claim {id: $claim})-[:CITES]->(c:Citation) WHERE c._rev <= $rev RETURN c.id AS id
  UNION
  MATCH (v:_Version) WHERE v.key STARTS WITH 'citation/' AND v.`from` >= 0 AND v.json CONTAINS $named RETURN substring(v.key, size('citation/')) AS id
}
RETURN id

// @name list-undone
// Which of some change sets were undone, and by which, where that was not undone in turn.
// @mode READ
MATCH (s:_ChangeSet)
WHERE s.undoes IS NOT NULL AND any(id IN s.undoes WHERE id IN $ids)
RETURN s.id AS id, s.undoes AS undoes, s.revision AS revision
ORDER BY revision

// @name list-versions
// The past states of some records that were replaced or removed at a revision or later, oldest first.
// @mode READ
UNWIND $keys AS key
MATCH (v:_Version)
USING INDEX v:_Version(key, `from`)
WHERE v.key = key AND v.`from` >= 0 AND v.`to` >= $since
RETURN key, v.`from` AS `from`, v.`to` AS `to`, v.json AS json, coalesce(v.aliases, []) AS aliases
ORDER BY key, `from`
