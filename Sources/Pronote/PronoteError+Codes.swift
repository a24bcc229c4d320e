extension PronoteError.Code {
  /// The text is no address of a school.
  public static let badAddress = Self(rawValue: "badAddress")
  /// No connection, or it broke.
  public static let unreachable = Self(rawValue: "unreachable")
  /// The deadline passed.
  public static let timedOut = Self(rawValue: "timedOut")
  /// There is no PRONOTE at this address.
  public static let notPronote = Self(rawValue: "notPronote")
  /// The school's PRONOTE is closed.
  public static let unavailable = Self(rawValue: "unavailable")
  /// The school's PRONOTE is busy or being updated.
  public static let busy = Self(rawValue: "busy")
  /// The server does not accept the client's user agent.
  public static let incompatibleBrowser = Self(rawValue: "incompatibleBrowser")
  /// The server said that it suspended this network address.
  public static let suspended = Self(rawValue: "suspended")
  /// The server said that there were too many attempts.
  public static let rateLimited = Self(rawValue: "rateLimited")
  /// The proof of the password failed.
  public static let wrongCredentials = Self(rawValue: "wrongCredentials")
  /// The account may not open this space.
  public static let notAuthorised = Self(rawValue: "notAuthorised")
  /// The school disabled the account.
  public static let accountDisabled = Self(rawValue: "accountDisabled")
  /// The server refused the login with a message of its own.
  public static let accessMessage = Self(rawValue: "accessMessage")
  /// The account wants a second factor or a choice from a person.
  public static let needsSecondFactor = Self(rawValue: "needsSecondFactor")
  /// Users of this school sign in through a portal (ENT).
  public static let portalRequired = Self(rawValue: "portalRequired")
  /// The school names no portal that is known here.
  public static let portalUnknown = Self(rawValue: "portalUnknown")
  /// The school did not take the portal's word.
  public static let portalRefused = Self(rawValue: "portalRefused")
  /// The session is over.
  public static let sessionExpired = Self(rawValue: "sessionExpired")
  /// Client and server disagree about the number of the message.
  public static let orderMismatch = Self(rawValue: "orderMismatch")
  /// An id from another session was used.
  public static let objectExpired = Self(rawValue: "objectExpired")
  /// The school does not show this page to this account.
  public static let notPublished = Self(rawValue: "notPublished")
  /// The server refused this call.
  public static let accessDenied = Self(rawValue: "accessDenied")
  /// The server answered with an error that has no code here.
  public static let serverError = Self(rawValue: "serverError")
  /// An answer that could not be read.
  public static let malformedReply = Self(rawValue: "malformedReply")
  /// Cipher text that did not decrypt.
  public static let cipherFailure = Self(rawValue: "cipherFailure")
  /// More data than the limits allow.
  public static let tooLarge = Self(rawValue: "tooLarge")
  /// A student who does not belong to this account.
  public static let unknownStudent = Self(rawValue: "unknownStudent")
  /// A grading period that this student does not have.
  public static let unknownPeriod = Self(rawValue: "unknownPeriod")
  /// A PIN that cannot be one: too short, or not digits.
  public static let badPIN = Self(rawValue: "badPIN")
  /// The PIN is not the right one.
  public static let wrongPIN = Self(rawValue: "wrongPIN")
  /// A text that is no pairing code, or a broken one.
  public static let damagedCode = Self(rawValue: "damagedCode")
  /// The server did not accept a pairing code: it works once, and for ten minutes.
  public static let pairingRefused = Self(rawValue: "pairingRefused")
  /// The account's token does not work any more: the device has to be paired again.
  public static let needsPairing = Self(rawValue: "needsPairing")
  /// The credentials are of another person, space or school than the stored account that they were to replace.
  public static let anotherAccount = Self(rawValue: "anotherAccount")
  /// An answer to the second factor that the server, or the protocol, does not allow.
  public static let badChoice = Self(rawValue: "badChoice")
}
