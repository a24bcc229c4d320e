/// A call of a remote function before it is numbered and secured.
package struct WireCall: Sendable, Hashable {
  /// The function's name on the wire.
  package var function: String

  /// The payload (`data` or `donnees`); nil for functions without arguments.
  package var payload: JSONValue?

  /// The signature; nil for calls without a tab.
  package var signature: WireSignature?

  package init(function: String, payload: JSONValue? = nil, signature: WireSignature? = nil) {
    self.function = function
    self.payload = payload
    self.signature = signature
  }
}
