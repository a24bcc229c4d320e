import Foundation

/// A browser that is signed in at the CAS issuer.
struct CASSession: Sendable {
  /// What the browser's cookie holds.
  typealias ID = String

  /// How many services are remembered; more make the oldest be forgotten.
  private static let maximumVisits = 500

  /// Who signed in.
  struct Owner: Sendable {
    /// The key of the account; nil for a user of the portal whom PRONOTE does not know.
    let account: Int64?
    /// The user name.
    let user: String
    /// What services are told about a user without an account.
    let attributes: [CASAttribute]

    init(_ account: AccountRecord) {
      self.account = account.key
      user = account.login
      attributes = []
    }

    init(_ user: PortalUser) {
      account = user.account
      self.user = user.name
      attributes =
        [CASAttribute("displayName", [user.label])] + (user.mail.map { [CASAttribute("mail", [$0])] } ?? [])
    }
  }

  let id: ID
  let owner: Owner
  /// When the password was given.
  let authenticated: Date
  /// Whether to ask before every ticket.
  let warns: Bool
  /// The services that validated tickets.
  private(set) var visits: [CASVisit]

  /// The user name.
  var user: String { owner.user }

  init(owner: Owner, authenticated: Date, warns: Bool, visits: [CASVisit] = []) {
    id = CASTicket.ticketGranting.make()
    self.owner = owner
    self.authenticated = authenticated
    self.warns = warns
    self.visits = visits
  }

  mutating func note(_ visit: CASVisit) {
    visits.append(visit)
    if visits.count > CASSession.maximumVisits { visits.removeFirst() }
  }
}
