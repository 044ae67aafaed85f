// What each change set after one revision and up to another changed, as kind/id; null where that was too much to be named.
// @mode READ
// @param after int revision
// @param rev int revision
// @return revision int, changed string[]?
MATCH (c:_ChangeSet)
WHERE c.revision > $after AND c.revision <= $rev
RETURN c.revision AS revision, c.changed AS changed
ORDER BY revision
