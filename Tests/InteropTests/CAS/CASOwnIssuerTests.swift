import CAS
import Foundation
import SchoolServer
import TestSupport
import Testing
import WebSession
import WebTransport

/// What `CASTicketAgeTests` and `CASRenewalTests` ask of real servers, of our own issuer: it refuses in every protocol.
@Suite("Our CAS issuer and our client", .timeLimit(.minutes(2)))
struct CASOwnIssuerTests {
  private static let user = "demonstration"
  private static let password = Secret("pronotevs")

  /// A school whose clock the test moves, and a client of it for each protocol.
  private func run(
    _ body: @escaping @Sendable (SteppedClock, (CASProtocol) throws -> CASClient) async throws -> Void
  ) async throws {
    let clock = SteppedClock()
    var school = TestSchool(version: "2026.2.5")
    school.configuration.now = { clock.now }
    school.configuration.casServices = ["http://127.0.0.1:9/app"]
    try await school.run { address in
      try await AsyncHTTPTransport.withTransport { transport in
        try await body(clock) { validation in
          var configuration = try CASClient.Configuration(server: address.cas, serviceBase: "http://127.0.0.1:9")
          configuration.validation = validation
          configuration.now = { clock.now }
          return CASClient(configuration: configuration, transport: transport)
        }
      }
    }
  }

  /// The code that a refusal of the issuer has. CAS 1 has none.
  private func expect(_ error: CASError?, _ validation: CASProtocol) {
    switch validation {
    case .cas1: #expect(error?.serverCode == nil)
    case .saml:
      #expect(error?.serverCode == "Requester")
      #expect(error?.serverText?.hasPrefix("INVALID_TICKET: ") == true)
    default: #expect(error?.serverCode == "INVALID_TICKET", "\(validation)")
    }
  }

  @Test func `a ticket that is too old is refused`() async throws {
    try await run { clock, client in
      for validation in CASProtocol.allCases {
        let client = try client(validation)
        let service = try client.service("/app")
        let login = CASFormLogin(client: client)
        let old = try await login.ticket(for: service, username: Self.user, password: Self.password)
        clock.advance(seconds: 10)
        expect(await expectRefusal { _ = try await client.validate(old, for: service) }, validation)
        let new = try await login.ticket(for: service)
        clock.advance(seconds: 9)
        #expect(try await client.validate(new, for: service).user == Self.user, "\(validation)")
      }
    }
  }

  @Test func `renew accepts the ticket of a password, and none of a session`() async throws {
    try await run { _, client in
      for validation in CASProtocol.allCases {
        let client = try client(validation)
        let service = try client.service("/app")
        let login = CASFormLogin(client: client)
        for _ in 0..<2 {
          // The second time, in a session that is there.
          let fresh = try await login.ticket(for: service, username: Self.user, password: Self.password, renew: true)
          #expect(try await client.validate(fresh, for: service, renew: true).user == Self.user, "\(validation)")
          let shared = try await login.ticket(for: service)
          expect(await expectRefusal { _ = try await client.validate(shared, for: service, renew: true) }, validation)
          expect(await expectRefusal { _ = try await client.validate(shared, for: service) }, validation)
        }
        #expect(try await client.validate(try await login.ticket(for: service), for: service).user == Self.user)
      }
    }
  }
}
