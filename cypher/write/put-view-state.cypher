// Stores a view under the digest of what it holds; one that is there stays as it is.
// @mode WRITE
// @param digest string SHA-256 of the view as canonical JSON
// @param json string the view
// @param at string now, ISO 8601 in UTC
// @return digest string
MERGE (v:_ViewState {digest: $digest})
ON CREATE SET v._json = $json, v.at = $at
RETURN v.digest AS digest
