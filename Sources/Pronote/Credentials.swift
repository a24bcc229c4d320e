public import WebSession

/// What an account signs in with.
public enum Credentials: Sendable {
  /// The user name and password that the school gave. No app token comes back.
  case password(username: String, password: Secret<String>)

  /// The same, and the device is paired: the answer holds an app token, so that the password need not be kept.
  case pairing(username: String, password: Secret<String>, device: AppDevice)

  /// What a pairing code holds, opened with its PIN. Works once, within ten minutes (session document 8.1).
  case pairingCode(PairingCode.Contents, device: AppDevice)

  /// The app token of the last login. Works once: the answer holds the next one.
  case appToken(AppToken)

  /// A portal's word for its user (ENT). Works once. ``PronoteClient/pair(school:space:credentials:in:replacing:asAnyAccount:isUnattended:)``
  /// exchanges it at once for an app token of the device.
  case portal(PortalTicket, device: AppDevice)

  /// The name that the account is known under.
  package var username: String {
    switch self {
    case .password(let username, _), .pairing(let username, _, _): username
    case .pairingCode(let contents, _): contents.login
    case .appToken(let token): token.login
    case .portal(let ticket, _): ticket.username
    }
  }

  /// What takes the place of the password in the proof. A portal's user gets it with the page.
  var password: Secret<String> {
    switch self {
    case .password(_, let password), .pairing(_, let password, _): password
    case .pairingCode(let contents, _): contents.token
    case .appToken(let token): token.token
    case .portal: Secret("")
    }
  }

  /// The same with another password; tokens stay what they are.
  func replacing(password: Secret<String>) -> Credentials {
    switch self {
    case .password(let username, _): .password(username: username, password: password)
    case .pairing(let username, _, let device): .pairing(username: username, password: password, device: device)
    case .pairingCode, .appToken, .portal: self
    }
  }

  /// The device that is paired, or is to be paired; nil for a login as in a browser.
  var device: AppDevice? {
    switch self {
    case .password, .portal: nil
    case .pairing(_, _, let device), .pairingCode(_, let device): device
    case .appToken(let token): token.device
    }
  }

  /// Whether they work once only, so that a login with them cannot be repeated.
  var isSpentByLogin: Bool {
    switch self {
    case .password, .pairing: false
    case .pairingCode, .appToken, .portal: true
    }
  }
}
