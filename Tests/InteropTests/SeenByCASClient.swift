/// What a foreign CAS client reported from a visit to our issuer.
struct SeenByCASClient: Decodable, Sendable {
  /// A good ticket, the same once more, and one that was made for another service.
  struct Validation: Decodable, Sendable {
    var user: String?
    var attributes: [String: [String]]
    var replayed: String?
    var elsewhere: String?
  }

  /// A service behind a service.
  struct Proxy: Decodable, Sendable {
    var user: String?
    var backendUser: String?
    var displayName: String
    var namesProxy: Bool
    /// What became of a proxy-granting ticket that nobody made.
    var unknown: String
    /// The user whom a proxy ticket names where service tickets are asked for.
    var asServiceTicket: String?
    /// User and PGTIOU when the callback fails.
    var withoutCallback: [String?]
  }

  /// Signing out.
  struct Logout: Decodable, Sendable {
    /// Whether the browser came back to the service.
    var endedAt: Bool
    /// Whether the services were told of exactly the tickets that they had validated.
    var told: Bool
    var count: Int
    /// Whether the library could read all that they were told.
    var verified: Bool
    var forAnother: Bool
    var paths: [String]
    /// Whether the issuer asks for a password again.
    var asksAgain: Bool
  }

  var protocols: [String: Validation]
  var proxy: Proxy
  /// How often the browser had to fill in the form.
  var formsFilled: Int
  var logout: Logout
  /// The user without and with a password for this ticket, when the service asks for one.
  var renewed: [String?]?
  /// Whether the gateway led back to the service.
  var gateway: Bool?
}
