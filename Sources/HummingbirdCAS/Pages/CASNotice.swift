import CAS

/// Something that a person has to be told in place of the page that they asked for.
///
/// ``CASSettings/page`` makes a page of it. All texts may hold anything: escape them.
public struct CASNotice: Sendable, Hashable {
  /// What happened.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// The page is for people who have signed in.
    case signInRequired
    /// Somebody signed in whom the application does not know.
    case notAllowed
    /// The server refused two tickets in a row.
    case refused
    /// Two logins in a row came back that this browser did not start, or not lately.
    case notStartedHere
    /// The browser keeps no cookies.
    case cookiesNeeded
    /// The server sent the browser back without a ticket.
    case noTicket
    /// The server does not answer, or not in a way that can be trusted.
    case unavailable
  }

  /// What happened.
  public var kind: Kind
  /// The status of the answer.
  public var status: Int
  /// A few words for the head of the page.
  public var title: String
  /// A sentence or two.
  public var explanation: String
  /// The server's own code, such as `INVALID_SERVICE`.
  public var serverCode: String?
  /// The server's own words.
  public var serverText: String?
  /// Where one can try (again) to sign in; nil where that would not help.
  public var signIn: String?

}

extension CASNotice {
  static func signInRequired(signIn: String) -> CASNotice {
    CASNotice(
      kind: .signInRequired,
      status: 401,
      title: "Please sign in",
      explanation: "This page is for people who have signed in.",
      signIn: signIn
    )
  }

  static func notAllowed() -> CASNotice {
    CASNotice(
      kind: .notAllowed,
      status: 403,
      title: "Not for this account",
      explanation: "You have signed in, but this account may not use this page. Signing in again will not change that."
    )
  }

  static func refused(serverCode: String?, serverText: String?) -> CASNotice {
    CASNotice(
      kind: .refused,
      status: 401,
      title: "Signing in did not work",
      explanation: "The sign-in service twice refused to confirm who you are. You are not signed in.",
      serverCode: serverCode,
      serverText: serverText
    )
  }

  static func notStartedHere() -> CASNotice {
    CASNotice(
      kind: .notStartedHere,
      status: 401,
      title: "This sign-in was not started here",
      explanation: "It took too long, or it was started in another browser or by another site. You are not signed in."
    )
  }

  static func cookiesNeeded() -> CASNotice {
    CASNotice(
      kind: .cookiesNeeded,
      status: 401,
      title: "Signing in needs cookies",
      explanation:
        "This browser did not send back the cookie that it was given. Allow cookies for this site and try again."
    )
  }

  static func noTicket() -> CASNotice {
    CASNotice(
      kind: .noTicket,
      status: 401,
      title: "Signing in was not completed",
      explanation: "The sign-in service sent you back without having signed you in."
    )
  }

  static func unavailable(_ code: CASError.Code) -> CASNotice {
    CASNotice(
      kind: .unavailable,
      status: code == .timedOut ? 504 : 502,
      title: "The sign-in service does not answer",
      explanation:
        "You cannot be signed in at the moment. Try again in a minute; if that does not help, tell the people"
        + " who run this site (\(code))."
    )
  }
}
