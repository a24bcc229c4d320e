/// A page and what its header has to allow.
struct CASPage: Sendable {
  let html: String
  /// Marks the page's own style and script.
  let nonce: String

  /// The content security policy. It leaves out `form-action`: browsers hold it against the redirects behind a form too,
  /// and those lead to other sites, which is what this page is for.
  var policy: String {
    "default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; base-uri 'none'; frame-ancestors 'none'"
  }
}
