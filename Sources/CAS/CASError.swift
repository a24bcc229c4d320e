/// Why a ticket, an answer or a configuration is not accepted.
///
/// No message and no fact ever holds a ticket: a ticket is worth a login.
public struct CASError: Error, Sendable {
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

    /// The server said no: ``CASError/serverCode`` and ``CASError/serverText`` hold its words.
    public static let refused = Code(rawValue: "refused")
    /// What came back is no answer that can be trusted.
    public static let malformedAnswer = Code(rawValue: "malformedAnswer")
    /// A text that cannot be a ticket, or more than one ticket.
    public static let malformedTicket = Code(rawValue: "malformedTicket")
    /// Addresses that cannot work, or that would not be safe.
    public static let badConfiguration = Code(rawValue: "badConfiguration")
    /// A path or an address that cannot be part of a service's address.
    public static let badAddress = Code(rawValue: "badAddress")
    /// A proxy ticket where none is accepted, or a chain of proxies that is not on the list.
    public static let proxyNotAllowed = Code(rawValue: "proxyNotAllowed")
    /// The server sent the client elsewhere instead of answering.
    public static let redirected = Code(rawValue: "redirected")
    /// The server came back without a ticket: there is no session, and none was to be opened.
    public static let noSession = Code(rawValue: "noSession")
    /// The server shows the form again after the user name and password were sent.
    public static let wrongCredentials = Code(rawValue: "wrongCredentials")
    /// A page that is no form to sign in with.
    public static let unknownPage = Code(rawValue: "unknownPage")
    /// The server answers with an error of its own.
    public static let unavailable = Code(rawValue: "unavailable")
    /// There is no answer in time.
    public static let timedOut = Code(rawValue: "timedOut")
    /// There is no connection.
    public static let unreachable = Code(rawValue: "unreachable")
  }

  /// What was observed. Never holds a ticket or a query.
  public struct Facts: Sendable, Hashable {
    /// The step: `validation`, `proxy ticket`, `sign-in`, `logout request`.
    public var step: String?
    /// The host that was asked.
    public var host: String?
    /// The status of the HTTP answer.
    public var httpStatus: Int?

    /// Nothing observed yet.
    public init(step: String? = nil, host: String? = nil, httpStatus: Int? = nil) {
      self.step = step
      self.host = host
      self.httpStatus = httpStatus
    }
  }

  /// The kind of failure.
  public var code: Code
  /// One sentence for people.
  public var message: String
  /// The server's own code, verbatim: `INVALID_TICKET`, `INVALID_SERVICE`, … Nil when it gave none.
  public var serverCode: String?
  /// The server's own text. May repeat the ticket: show it to nobody but the person whose login it is.
  public var serverText: String?
  /// What was observed.
  public var facts: Facts
  /// The error underneath.
  public var cause: (any Error)?

  /// An error of that kind.
  public init(_ code: Code, _ message: String, facts: Facts = Facts(), cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.facts = facts
    self.cause = cause
  }
}

extension CASError: CustomStringConvertible, CustomReflectable {
  /// The step, the message, the codes. Not the server's text.
  public var description: String {
    let words = serverCode.map { "\(message), \($0)" } ?? message
    return (facts.step.map { "\($0): " } ?? "") + "\(words) (\(code))"
  }

  /// Everything but the server's text, which may repeat the ticket.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "code": code, "message": message, "serverCode": serverCode as Any, "facts": facts, "cause": cause as Any,
      ]
    )
  }
}
