import WebSession

/// Why a portal could not be talked to, or what it answered that is no step of a sign-in.
///
/// What a portal *says* (wrong password, wrong code, account locked) is no error but a ``PortalStep/refused(_:)``. No
/// message and no fact ever holds a password, a code, a token, a cookie, a ticket or a query.
public struct PortalError: Error, Sendable {
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

    /// The portal's address is none, or is `http` anywhere but on this machine.
    public static let badAddress = Code(rawValue: "badAddress")
    /// The secret of one-time passwords is none.
    public static let badSecret = Code(rawValue: "badSecret")
    /// A code without a character. Nothing was sent, the form is still good.
    public static let emptyCode = Code(rawValue: "emptyCode")
    /// A second factor that the page does not offer. Nothing was sent.
    public static let notOffered = Code(rawValue: "notOffered")
    /// A stored state that is none of this version.
    public static let badState = Code(rawValue: "badState")
    /// A page that is no step of a sign-in: ``Facts/page`` describes it.
    public static let unknownPage = Code(rawValue: "unknownPage")
    /// A form that leads away from the portal. Nothing was sent there.
    public static let foreignForm = Code(rawValue: "foreignForm")
    /// The portal points elsewhere, or on and on.
    public static let redirected = Code(rawValue: "redirected")
    /// There is no session, or it is over.
    public static let noSession = Code(rawValue: "noSession")
    /// The portal said no to something that a session asked for: ``PortalError/portalCode`` says why.
    public static let refused = Code(rawValue: "refused")
    /// The portal answered with an error of its own (HTTP 5xx).
    public static let unavailable = Code(rawValue: "unavailable")
    /// The page is longer than any page of a portal.
    public static let tooLarge = Code(rawValue: "tooLarge")
    /// There is no answer in time.
    public static let timedOut = Code(rawValue: "timedOut")
    /// There is no connection, or it broke.
    public static let unreachable = Code(rawValue: "unreachable")
    /// There is no connection that can be trusted.
    public static let tlsFailure = Code(rawValue: "tlsFailure")
  }

  /// What was observed.
  public struct Facts: Sendable, Hashable {
    /// The step: `sign-in page`, `password`, `second factor`, `code`, `browser registration`, `notice`, `ticket`, ….
    public var step: String?
    /// The host that was asked.
    public var host: String?
    /// The status of the HTTP answer.
    public var httpStatus: Int?
    /// The kind of page that came: title, form actions and field names (`HTMLPage.outline`).
    public var page: String?

    /// Nothing observed yet.
    public init(step: String? = nil, host: String? = nil, httpStatus: Int? = nil, page: String? = nil) {
      self.step = step
      self.host = host
      self.httpStatus = httpStatus
      self.page = page
    }
  }

  /// The kind of failure.
  public var code: Code
  /// One sentence for people.
  public var message: String
  /// The portal's own code, when the page had one.
  public var portalCode: PortalCode?
  /// What was observed.
  public var facts: Facts
  /// The error underneath.
  public var cause: (any Error)?

  /// An error of that kind.
  public init(
    _ code: Code,
    _ message: String,
    portalCode: PortalCode? = nil,
    facts: Facts = Facts(),
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.portalCode = portalCode
    self.facts = facts
    self.cause = cause
  }
}

extension PortalError: CustomStringConvertible {
  /// The step, the message, the codes.
  public var description: String {
    let number = portalCode.map { ", \($0)" } ?? ""
    return (facts.step.map { "\($0): " } ?? "") + "\(message) (\(code)\(number))"
  }
}

extension PortalError {
  /// What a web error means at a step.
  init(_ error: WebError, facts: Facts) {
    let code: Code =
      switch error.code {
      case .timedOut: .timedOut
      case .tlsFailure: .tlsFailure
      case .tooLarge: .tooLarge
      case .tooManyRedirects, .redirectRefused: .redirected
      case .badResponse: .unknownPage
      case .badAddress: .badAddress
      default: .unreachable
      }
    self.init(code, error.message, facts: facts, cause: error)
  }
}
