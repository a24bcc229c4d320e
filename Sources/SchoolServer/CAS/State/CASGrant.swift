import Foundation

/// What a service or proxy ticket stands for.
struct CASGrant: Sendable {
  /// The service, exactly as it was asked for.
  let service: String
  /// The session that it came from.
  let session: CASSession.ID
  /// Whether the password was given for this very ticket.
  let isFromNewLogin: Bool
  /// The services between the user and this one, the newest first; nil for a service ticket.
  let proxies: [String]?
  /// When it was made.
  let issued: Date
}
