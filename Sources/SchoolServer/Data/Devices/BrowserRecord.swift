/// A browser that an account's owner registered: the school knows it by the `identifiantNav` that it sends back.
struct BrowserRecord: Sendable {
  var account: Int64
  /// The `identifiantNav`.
  var identity: String
  /// The name that a person gave it.
  var label: String
}
