import Foundation

extension RealServer {
  /// Starts it as a portal, with second factors and notices.
  ///
  /// - Throws: `RealServer.Missing` when it is not there.
  func startPortal(_ settings: TestPortalSettings) async throws -> TestPortal {
    let command = try command(for: nil)
    let services = PortalServices.allCases.flatMap { ["--service", $0.application.argument] }
    let process = try await ServerProcess.start(command.program, command.arguments + settings.arguments + services)
    struct Ready: Decodable {
      struct Account: Decodable {
        var username: String
        var mail: String?
      }
      var portal: String
      var accounts: [Account]
      var certificateAuthority: String?
    }
    let ready = try JSONDecoder().decode(Ready.self, from: process.firstLine)
    let addresses = Dictionary(uniqueKeysWithValues: ready.accounts.map { ($0.username, $0.mail) })
    return try TestPortal(
      name: testDescription,
      url: ready.portal,
      certificateAuthority: ready.certificateAuthority,
      mailCodes: { user in
        struct Line: Decodable {
          struct Mail: Decodable {
            var to: [String]
            var code: String?
          }
          var mail: Mail
        }
        guard let address = addresses[user] ?? nil else { return [] }
        return try await process.lines().dropFirst()
          .map { try JSONDecoder().decode(Line.self, from: $0).mail }
          .filter { $0.to.contains(address) }.compactMap(\.code)
      },
      end: { await process.end() }
    )
  }
}
