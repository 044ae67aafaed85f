// Takes citations that are about to be written anew from their claims and sources.
// @mode WRITE
// @param ids string[] citations
// @return
UNWIND $ids AS id
MATCH (k:Citation {id: id})
MATCH (k)-[r:IN|_VIA|ROOTED_AT|CITES]-()
DELETE r
