import CAS
import Foundation
import PronoteWire
import Testing
import WebSession
import WebTransport

/// Our CAS client and our school's issuer, through the tool. What each of them is worth is judged by others.
@Suite(.school(), .timeLimit(.minutes(5))) struct `The CAS issuer of the served school` {
  private static let service = "http://127.0.0.1:5000/callback?x=1&y=%C3%A9"

  private func client(_ transport: any CASTransport) throws -> CASClient {
    let server = try #require(try ServedSchool.ofSuite().announcement["cas"]?.string)
    return CASClient(
      configuration: try CASClient.Configuration(server: server, serviceBase: "http://127.0.0.1:5000"),
      transport: transport
    )
  }

  @Test(arguments: CASProtocol.allCases) func `gives tickets that the tool validates once`(version: CASProtocol)
    async throws
  {
    let server = try #require(try ServedSchool.ofSuite().announcement["cas"]?.string)
    try await ToolHome.with { home in
      // Here, and not before waiting for a home: a ticket is good for seconds.
      let ticket = try await AsyncHTTPTransport.withTransport { transport in
        try await CASFormLogin(client: client(transport))
          .ticket(for: ServiceURL(Self.service), username: "msmith", password: Secret("msmith"))
      }
      let validate = [
        "cas", "validate", "--cas", server, "--service", Self.service, "--ticket", ticket.text, "--protocol",
        version.rawValue, "--json",
      ]
      let first = try await home.run(validate)
      #expect(first.status == 0, "\(first)")
      #expect(try first.json()["user"]?.string == "msmith")
      #expect(try first.json()["attributes"]?["mail"]?.count == (version == .cas3 || version == .saml ? 1 : nil))
      let second = try await home.run(validate)
      #expect(second.status == 77, "\(second)")
      #expect(!second.errorText.contains(ticket.text), "\(second)")
    }
  }

  @Test func `knows sessions, and wrong passwords`() async throws {
    try await AsyncHTTPTransport.withTransport { transport in
      let login = CASFormLogin(client: try client(transport))
      let service = try ServiceURL(Self.service)
      await #expect(throws: CASError.self) { try await login.ticket(for: service) }
      do {
        _ = try await login.ticket(for: service, username: "dwho", password: Secret("wrong"))
        Issue.record("a wrong password signed in")
      } catch let error as CASError {
        #expect(error.code == .wrongCredentials)
      }
      _ = try await login.ticket(for: service, username: "dwho", password: Secret("dwho"))
      let other = try ServiceURL("http://127.0.0.1:5001/")
      let ticket = try await login.ticket(for: other)
      #expect(try await client(transport).validate(ticket, for: other).user == "dwho")
      try await login.signOut()
      await #expect(throws: CASError.self) { try await login.ticket(for: service) }
    }
  }
}
