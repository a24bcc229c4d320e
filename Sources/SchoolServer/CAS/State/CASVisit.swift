/// A service that validated a ticket and therefore wants to hear of the end of the session.
struct CASVisit: Hashable, Sendable {
  let service: String
  let ticket: String
}
