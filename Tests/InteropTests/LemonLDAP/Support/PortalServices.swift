import CAS
import SchoolServer

/// The applications that a portal of these tests knows. Nobody ever goes there.
enum PortalServices: String, CaseIterable, Sendable {
  case app
  /// For the account with a mail code alone.
  case only
  /// Wants a stronger sign-in than there is.
  case strong

  static let base = "https://app.example.test"

  var address: String { "\(Self.base)/\(rawValue)" }

  /// Who may go there.
  var application: PortalApplication {
    switch self {
    case .app: PortalApplication(address)
    case .only: PortalApplication(address, user: PortalAccount.mail.name)
    case .strong: PortalApplication(address, level: 5)
    }
  }

  func service(_ path: String = "") throws -> ServiceURL { try ServiceURL(address + path) }
}
