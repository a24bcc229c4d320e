public import WebSession

/// An authorization code: good for one set of tokens, within a minute or so.
public struct OpenIDAuthorizationCode: Sendable {
  /// The code as the provider wrote it.
  public let code: Secret<String>
  /// What it answers.
  public let request: OpenIDAuthorizationRequest

  init(code: Secret<String>, request: OpenIDAuthorizationRequest) {
    self.code = code
    self.request = request
  }
}
