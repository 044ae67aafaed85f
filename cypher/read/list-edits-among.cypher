// Which of some revisions an edit made.
// @mode READ
// @param revisions int[] of change sets
// @return revision int
MATCH (s:_ChangeSet)
WHERE s.revision IN $revisions AND s.kind = 'edit'
RETURN s.revision AS revision
