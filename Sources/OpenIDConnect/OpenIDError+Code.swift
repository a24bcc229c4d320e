import LemonLDAP
import WebSession

extension OpenIDError {
  /// The kind of failure. An open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name of the kind, stable.
    public let rawValue: String

    /// A kind of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The name.
    public var description: String { rawValue }

    /// A configuration that cannot work, or that would not be safe.
    public static let badConfiguration = Code(rawValue: "badConfiguration")
    /// The provider describes itself as somebody else.
    public static let wrongIssuer = Code(rawValue: "wrongIssuer")
    /// An address of the provider that nothing secret may go to.
    public static let unsafeAddress = Code(rawValue: "unsafeAddress")
    /// The provider lacks something that is needed: S256, a way to prove who the client is, an endpoint.
    public static let unsupportedProvider = Code(rawValue: "unsupportedProvider")
    /// What came back is no answer that can be trusted.
    public static let malformedAnswer = Code(rawValue: "malformedAnswer")
    /// The provider said no in the words of OAuth: ``OpenIDError/serverCode``.
    public static let refused = Code(rawValue: "refused")
    /// A page of the portal said no: ``OpenIDError/portalCode``.
    public static let refusedByPortal = Code(rawValue: "refusedByPortal")
    /// The answer belongs to another request: its state is not the one that was sent.
    public static let wrongState = Code(rawValue: "wrongState")
    /// The portal asks for consent to something that was not asked for.
    public static let otherRequest = Code(rawValue: "otherRequest")
    /// An ID token that is not accepted: ``OpenIDError/Facts/check`` says what of it.
    public static let badToken = Code(rawValue: "badToken")
    /// The user info is about somebody else than the ID token.
    public static let wrongSubject = Code(rawValue: "wrongSubject")
    /// There is no refresh token: the provider gave none.
    public static let noRefreshToken = Code(rawValue: "noRefreshToken")
    /// The portal wants a password: the session is over.
    public static let noSession = Code(rawValue: "noSession")
    /// A page that answers nothing: ``OpenIDError/Facts/page`` describes it.
    public static let unknownPage = Code(rawValue: "unknownPage")
    /// Points elsewhere instead of answering.
    public static let redirected = Code(rawValue: "redirected")
    /// The server answers with an error of its own (HTTP 5xx).
    public static let unavailable = Code(rawValue: "unavailable")
    /// The answer is longer than any that makes sense.
    public static let tooLarge = Code(rawValue: "tooLarge")
    /// There is no answer in time.
    public static let timedOut = Code(rawValue: "timedOut")
    /// There is no connection, or it broke.
    public static let unreachable = Code(rawValue: "unreachable")
    /// There is no connection that can be trusted.
    public static let tlsFailure = Code(rawValue: "tlsFailure")
  }

  /// What a web error means at a step.
  init(_ error: WebError, facts: Facts) {
    let code: Code =
      switch error.code {
      case .timedOut: .timedOut
      case .tlsFailure: .tlsFailure
      case .tooLarge: .tooLarge
      case .badResponse: .malformedAnswer
      case .badAddress: .unsafeAddress
      case .tooManyRedirects, .redirectRefused: .redirected
      default: .unreachable
      }
    self.init(code, error.message, facts: facts, cause: error)
  }

  /// What a portal's error means at a step.
  init(_ error: PortalError, step: String) {
    let code: Code =
      switch error.code {
      case .refused: .refusedByPortal
      case .badAddress, .foreignForm: .unsafeAddress
      // The rest has the same names here.
      default: Code(rawValue: error.code.rawValue)
      }
    let facts = Facts(
      step: step,
      host: error.facts.host,
      httpStatus: error.facts.httpStatus,
      page: error.facts.page
    )
    self.init(code, error.message, portalCode: error.portalCode, facts: facts, cause: error)
  }
}
