// Records of any kind as they are, by key (kind/id); edited: changed here since they were last imported.
// @mode READ
// @param rev int revision the reader sees
// @param keys string[] kind/id
// @return kind string, json string, edited bool
UNWIND $keys AS key
MATCH (v:_Version {key: key})
WHERE v.from >= 0 AND v.from <= $rev AND (v.to IS NULL OR v.to > $rev)
OPTIONAL MATCH (s:_ChangeSet {id: v.changeSet})
RETURN v.kind AS kind, v.json AS json,
  coalesce(s.kind, 'import') = 'edit' AND coalesce(head(COLLECT {
    MATCH (o:_Version {key: v.key})
    WHERE o.from >= 0 AND o.from < v.from
    MATCH (i:_ChangeSet {id: o.changeSet, kind: 'import'})
    RETURN o.json
    ORDER BY o.from DESC
    LIMIT 1
  }), '') <> v.json AS edited
