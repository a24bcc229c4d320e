/// A request to the portal's CAS issuer that browsers make: what follows `/cas/`, and the query.
struct CASRequest: Sendable {
  let path: [String]
  let query: String

  subscript(name: String) -> String? {
    PortalExchange.field(name, of: query).flatMap { $0.isEmpty ? nil : $0 }
  }
}
