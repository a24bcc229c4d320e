import Pronote
import SchoolServer
import Testing
import WebSession
import WebTransport

@Suite("The transport")
struct TransportTests {
  /// A school answers as soon as it has the body, which can be before the client noted that it sent everything.
  @Test("may be shut down right behind an answer, however fast it came")
  func shutdown() async throws {
    try await RunningSchool.with { address, _ in
      let call = try #require(WebAddress("\(address.root)/appelfonction/3/1/00"))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            for _ in 0..<100 {
              try await AsyncHTTPTransport.withTransport { transport in
                let request = WebRequest.post(call, body: Array("{}".utf8), contentType: "application/json")
                // The second one and later ones share a connection, which may live on another loop.
                for _ in 0..<4 {
                  let response = try await transport.send(request, limits: WebLimits())
                  #expect(response.status == 200)
                }
              }
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
