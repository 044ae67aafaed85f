// What the last import before a revision said of each of some records; those no import wrote are left out.
// @mode READ
// @param rows map[] {key: kind/id, since: the revision}
// @return key string, json string
UNWIND $rows AS row
WITH row, head(COLLECT {
  MATCH (o:_Version)
  WHERE o.key = row.key AND o.`from` < row.since
  MATCH (i:_ChangeSet {revision: o.`from`, kind: 'import'})
  RETURN o.json
  ORDER BY o.`from` DESC
  LIMIT 1
}) AS json
WHERE json IS NOT NULL
RETURN row.key AS key, json
