public import WebSession

/// A request for an authorization code: what the browser is sent to the provider with, and what its answer is checked
/// against. Good for one answer.
public struct OpenIDAuthorizationRequest: Sendable {
  /// Where the browser goes.
  public let url: WebAddress
  /// A random text that the answer has to bring back.
  public let state: String
  /// A random text that the ID token has to hold.
  public let nonce: String
  /// What proves that the tokens go to whoever asked for the code (RFC 7636). Its SHA-256 is in the address: always
  /// `S256`, never `plain`.
  public let verifier: Secret<String>
  /// The provider.
  public let issuer: String
  /// The client.
  public let clientID: String
  /// Where the provider sends the code.
  public let redirectURI: String

  let challenge: String
  let namesIssuer: Bool

  /// Whether an address is the one to come back to, with or without an answer.
  public func isReached(by address: String) -> Bool {
    ReturnAddress(text: redirectURI).fields(addedIn: address) != nil
  }

  /// The code in the address that the browser came back to. No request.
  ///
  /// - Parameter address: the whole address, which begins like ``redirectURI``.
  /// - Throws: ``OpenIDError``: `wrongState` when the state is not the one that was sent, `wrongIssuer` when the answer
  ///   names another issuer (RFC 9207), `refused` with the provider's code, `malformedAnswer` for another address, without
  ///   a code, and for a field that comes twice.
  public func code(from address: String) throws(OpenIDError) -> OpenIDAuthorizationCode {
    let facts = OpenIDError.Facts(step: "authorization")
    guard let fields = ReturnAddress(text: redirectURI).fields(addedIn: address) else {
      throw OpenIDError(.malformedAnswer, "this is not the address to come back to", facts: facts)
    }
    let only = { (name: String) throws(OpenIDError) -> String? in
      let found = fields.filter { $0.name == name }
      guard found.count <= 1 else {
        throw OpenIDError(.malformedAnswer, "the answer holds “\(name)” more than once", facts: facts)
      }
      guard let field = found.first else { return nil }
      guard let value = field.value else {
        throw OpenIDError(.malformedAnswer, "“\(name)” in the answer cannot be read", facts: facts)
      }
      return value
    }
    guard let state = try only("state"), state.isEqualInConstantTime(to: self.state) else {
      throw OpenIDError(.wrongState, "the answer belongs to another request", facts: facts)
    }
    let issuer = try only("iss")
    guard issuer == self.issuer || (issuer == nil && !namesIssuer) else {
      throw OpenIDError(.wrongIssuer, "the answer is from another provider", facts: facts)
    }
    let code = try only("code")
    if let text = try only("error") {
      var error = OpenIDError(.refused, "the provider gives no code", facts: facts)
      error.serverCode = OpenIDServerCode(wire: text)
      error.serverText = OpenIDServerCode.shownText(try only("error_description"))
      throw error
    }
    guard let code, !code.isEmpty, code.utf8.count <= 4096 else {
      throw OpenIDError(.malformedAnswer, "the answer holds no code", facts: facts)
    }
    return OpenIDAuthorizationCode(code: Secret(code), request: self)
  }
}

extension OpenIDAuthorizationRequest: CustomStringConvertible, CustomReflectable {
  /// The client and the provider. None of the random values.
  public var description: String { "authorization request of \(clientID) at \(issuer)" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["clientID": clientID, "issuer": issuer]) }
}
