import Foundation

/// A browser that is signed in at the CAS issuer.
struct CASSession: Sendable {
  /// What the browser's cookie holds.
  typealias ID = String

  /// How many services are remembered; more make the oldest be forgotten.
  private static let maximumVisits = 500

  let id: ID
  /// The key of the account.
  let account: Int64
  /// The user name.
  let user: String
  /// When the password was given.
  let authenticated: Date
  /// Whether to ask before every ticket.
  let warns: Bool
  /// The services that validated tickets.
  private(set) var visits: [CASVisit]

  init(account: AccountRecord, authenticated: Date, warns: Bool, visits: [CASVisit] = []) {
    id = CASTicket.ticketGranting.make()
    self.account = account.key
    user = account.login
    self.authenticated = authenticated
    self.warns = warns
    self.visits = visits
  }

  mutating func note(_ visit: CASVisit) {
    visits.append(visit)
    if visits.count > CASSession.maximumVisits { visits.removeFirst() }
  }
}
