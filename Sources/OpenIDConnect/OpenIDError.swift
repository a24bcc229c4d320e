public import LemonLDAP

/// Why a provider's answer is not accepted, or what a provider or a portal said no to.
///
/// No message and no fact ever holds a code, a token, a verifier, a secret, a cookie or a query.
public struct OpenIDError: Error, Sendable {
  /// The kind of failure.
  public var code: Code
  /// One sentence for people.
  public var message: String
  /// The provider's own code, when it said no in the words of OAuth.
  public var serverCode: OpenIDServerCode?
  /// The provider's own text, cut to 200 printable characters of ASCII; nil when it gave none.
  public var serverText: String?
  /// The portal's own code, when a page of it said no: 107 for an unknown client, 108 for an undeclared address to come
  /// back to, 90 for a user who may not use OpenID Connect (sso document c.7).
  public var portalCode: PortalCode?
  /// What was observed.
  public var facts: Facts
  /// The error underneath.
  public var cause: (any Error)?

  /// An error of that kind.
  public init(
    _ code: Code,
    _ message: String,
    serverCode: OpenIDServerCode? = nil,
    portalCode: PortalCode? = nil,
    facts: Facts = Facts(),
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.serverCode = serverCode
    self.portalCode = portalCode
    self.facts = facts
    self.cause = cause
  }

  /// What was observed.
  public struct Facts: Sendable, Hashable {
    /// The step: `discovery`, `keys`, `authorization`, `consent`, `tokens`, `refresh`, `user info`, `ID token`,
    /// `sign-out`.
    public var step: String?
    /// The host that was asked.
    public var host: String?
    /// The status of the HTTP answer.
    public var httpStatus: Int?
    /// What of an ID token does not fit: `format`, `alg`, `crit`, `kid`, `signature`, or the name of a claim.
    public var check: String?
    /// The kind of page that came: title, form actions and field names (`HTMLPage.outline` of `WebSession`).
    public var page: String?

    /// Nothing observed yet.
    public init(
      step: String? = nil,
      host: String? = nil,
      httpStatus: Int? = nil,
      check: String? = nil,
      page: String? = nil
    ) {
      self.step = step
      self.host = host
      self.httpStatus = httpStatus
      self.check = check
      self.page = page
    }
  }
}

extension OpenIDError: CustomStringConvertible {
  /// The step, the message, the codes. Not the provider's text.
  public var description: String {
    let words = [serverCode.map { "\($0)" }, portalCode.map { "\($0)" }, facts.check].compactMap(\.self)
    let codes = (["\(code)"] + words).joined(separator: ", ")
    return (facts.step.map { "\($0): " } ?? "") + "\(message) (\(codes))"
  }
}
