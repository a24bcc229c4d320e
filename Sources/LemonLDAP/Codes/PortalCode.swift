/// A code of a LemonLDAP::NG portal (`PE_…`), as its pages carry it in `trmsg`. An open set: unknown codes keep their
/// number.
public struct PortalCode: RawRepresentable, Hashable, Sendable, Codable {
  /// The number.
  public let rawValue: Int

  /// A code of that number, known or not.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The session is over.
  public static let sessionExpired = PortalCode(rawValue: 1)
  /// The user name, the password or the code is empty.
  public static let formEmpty = PortalCode(rawValue: 2)
  /// The user name or the password is wrong.
  public static let badCredentials = PortalCode(rawValue: 5)
  /// Nobody is signed in: no failure.
  public static let firstAccess = PortalCode(rawValue: 9)
  /// No reason given. Also a refused proof of a trusted browser.
  public static let error = PortalCode(rawValue: 24)
  /// A notice has to be accepted first.
  public static let notification = PortalCode(rawValue: 36)
  /// The user name holds characters that are not allowed.
  public static let malformedUser = PortalCode(rawValue: 40)
  /// The password is right, but the account may not sign in.
  public static let sessionNotGranted = PortalCode(rawValue: 41)
  /// Signed out.
  public static let loggedOut = PortalCode(rawValue: 47)
  /// The form's one-time token is missing.
  public static let noToken = PortalCode(rawValue: 81)
  /// The form was too old, or was sent before.
  public static let tokenExpired = PortalCode(rawValue: 82)
  /// This user may not use that application.
  public static let unauthorizedPartner = PortalCode(rawValue: 84)
  /// The application wants a newer sign-in.
  public static let renewSession = PortalCode(rawValue: 85)
  /// Too many failures: a pause is wanted.
  public static let wait = PortalCode(rawValue: 86)
  /// A mail code is wanted, but the portal knows no mail address.
  public static let mustHaveMail = PortalCode(rawValue: 88)
  /// OpenID Connect is not for this user.
  public static let openIDNotAllowed = PortalCode(rawValue: 90)
  /// The code of a second factor is wrong, and the attempt is over.
  public static let badOneTimePassword = PortalCode(rawValue: 96)
  /// The application wants a stronger sign-in.
  public static let upgradeSession = PortalCode(rawValue: 102)
  /// The portal does not know the application.
  public static let unknownPartner = PortalCode(rawValue: 107)
  /// The portal does not know the address to return to.
  public static let unauthorizedURL = PortalCode(rawValue: 108)
  /// The code of a second factor is wrong, and may be entered again.
  public static let retrySecondFactor = PortalCode(rawValue: 110)

  /// Its name in the portal's source, `PE_BADCREDENTIALS`; nil for an unknown code.
  public var name: String? { PortalCode.entries[rawValue]?.name }

  /// What it means, in English.
  public var text: String {
    PortalCode.entries[rawValue]?.text ?? "the portal gives a code that is not known here"
  }

  /// What to do about it, in English; empty when there is nothing to do.
  public var advice: String { (PortalCode.entries[rawValue]?.advice ?? .askThePortal).rawValue }
}

extension PortalCode: CustomStringConvertible {
  /// The name and the number: `PE_BADCREDENTIALS (5)`.
  public var description: String { name.map { "\($0) (\(rawValue))" } ?? "portal code \(rawValue)" }
}

extension PortalCode {
  /// What to do about a code.
  enum Advice: String {
    case none = ""
    case tryAgain = "Sign in again."
    case checkInput = "Check what was typed, then sign in again."
    case tryLater = "Try again later: the trouble is the portal's own."
    case askThePortal = "Ask the people who run the portal."
    case useABrowser = "Sign in once with a browser and do what the portal asks for there."
    case acceptNotice = "Read the notice and accept it."
    case waitFirst = "Wait as long as the portal says: until then the right password is refused too."
    case startOver = "Start over with the password: the portal takes one code for each sign-in."
    case enterCodeAgain = "Enter the code again."
    case declareService = "The application has to be declared at the portal, with this very address."
    case signInAgain = "Sign in again, then ask for the ticket at once."
    case captcha = "Sign in with a browser: a program cannot solve the captcha."
  }
}
