/// What the portal says about a request: the `PE_` codes of LemonLDAP::NG that it knows (sso document c.7).
enum PortalCode: Int, Error, Sendable {
  case sessionExpired = 1
  case formEmpty = 2
  case badCredentials = 5
  case firstAccess = 9
  case error = 24
  case notification = 36
  case badURL = 37
  case malformedUser = 40
  case sessionNotGranted = 41
  case loggedOut = 47
  case noToken = 81
  case tokenExpired = 82
  case unauthorizedPartner = 84
  case wait = 86
  case mustHaveMail = 88
  case badCode = 96
  case unknownService = 107
  case unauthorizedURL = 108
  case unprotectedURL = 109
  case retry = 110

  /// The end of the message's class.
  var tone: String {
    switch self {
    case .loggedOut: "positive"
    case .sessionExpired, .formEmpty, .firstAccess, .badURL, .retry: "warning"
    default: "negative"
    }
  }

  /// Whether the login form that shows this code can be sent: else it has no token (document c.2, row 2e).
  var leavesFormUsable: Bool {
    switch self {
    case .badURL, .sessionNotGranted, .wait, .unknownService, .unprotectedURL: false
    default: true
    }
  }

  /// In words. The real portal fills them in by script.
  var text: String {
    switch self {
    case .sessionExpired: "Your session has expired. Please sign in again."
    case .formEmpty: "Please fill in every field."
    case .badCredentials: "The user name or the password is wrong."
    case .firstAccess: "Please sign in."
    case .error: "Something went wrong."
    case .notification: "There is a notice to accept."
    case .badURL: "The address that you came with is wrong."
    case .malformedUser: "The user name holds characters that are not allowed."
    case .sessionNotGranted: "You are not allowed to sign in."
    case .loggedOut: "You are signed out."
    case .noToken: "The form was not complete."
    case .tokenExpired: "The form was too old, or was sent before."
    case .unauthorizedPartner: "You may not use the application that sent you here."
    case .wait: "Too many failures. Please wait"
    case .mustHaveMail: "Your mail address is not known."
    case .badCode: "The code is wrong."
    case .unknownService: "The application that sent you here is not known."
    case .unauthorizedURL, .unprotectedURL: "The address that you want to go to is not allowed."
    case .retry: "The code is wrong. Please try again."
    }
  }
}
