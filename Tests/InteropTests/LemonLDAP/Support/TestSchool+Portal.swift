import Foundation
import SchoolServer
import WebSession
import WebTransport

extension TestSchool {
  /// Starts one for its portal.
  static func startPortal(_ settings: TestPortalSettings) async throws -> TestPortal {
    var school = TestSchool(version: "2026.2.5")
    school.configuration.portal = settings.school
    school.configuration.portal.applications = PortalServices.allCases.map(\.application)
    let server = try SchoolServer(configuration: school.configuration)
    let addresses = AsyncStream<SchoolAddress>.makeStream()
    let running = Task {
      defer { addresses.continuation.finish() }
      try await server.run { addresses.continuation.yield($0) }
    }
    guard let address = await addresses.stream.first(where: { _ in true }), let portal = address.portal else {
      running.cancel()
      try await running.value
      throw NeverReady()
    }
    let mailReader = AsyncHTTPTransport()
    return try TestPortal(
      name: "the school",
      url: portal,
      certificateAuthority: nil,
      mailCodes: { user in
        struct Mail: Decodable {
          var to: String
          var code: String?
        }
        guard let mailbox = address.accounts.first(where: { $0.username == user && $0.mail != nil })?.mail,
          let list = WebAddress("\(address.root)/mail.json")
        else { return [] }
        let response = try await mailReader.send(.get(list), limits: WebLimits())
        return try JSONDecoder().decode([Mail].self, from: Data(response.body)).filter { $0.to == mailbox }.compactMap(
          \.code
        )
      },
      end: {
        try? await mailReader.shutdown()
        running.cancel()
        _ = await running.result
      }
    )
  }
}
