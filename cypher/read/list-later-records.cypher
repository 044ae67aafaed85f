// Records whose present state was written after a revision.
// @mode READ
// @param rev int revision the reader sees
// @param after int the revision
// @return label string, id string
MATCH (n:Dataset|Voice|Source|Entity|Predicate|Claim|Citation|Rivals|Identity|Question)
WHERE n._rev <= $rev AND coalesce(n._from, n._rev) > $after
RETURN [label IN labels(n) WHERE label IN ['Dataset', 'Voice', 'Source', 'Entity', 'Predicate', 'Claim', 'Citation', 'Rivals', 'Identity', 'Question']][0] AS label, n.id AS id
