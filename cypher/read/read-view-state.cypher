// A stored view.
// @mode READ
// @param digest string SHA-256 of the view as canonical JSON
// @return json string
MATCH (v:_ViewState {digest: $digest})
RETURN v._json AS json
