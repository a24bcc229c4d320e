import Foundation
import Testing

/// A portal to be tested with, and what its release can do (sso document c.1).
struct PortalKind: Hashable, Sendable, CustomTestStringConvertible {
  /// What a portal takes as the proof of a browser that it knows.
  enum Proof: Sendable {
    /// A one-time password, after the user's password, in place of a second factor.
    case oneTimePassword
    /// Any text, in place of the user's password; a second factor is asked for.
    case fingerprint
  }

  let server: RealServer

  static let lemonldap216 = PortalKind(server: .lemonldap216)
  static let lemonldap221 = PortalKind(server: .lemonldap221)
  /// One of each release.
  static let plain = [lemonldap216, lemonldap221]
  static let all = plain + RealServer.encrypted.filter(\.isLemonLDAP).map { PortalKind(server: $0) }
  /// Those that ask a trusted browser for a one-time password.
  static let trusting = all.filter { $0.proof == .oneTimePassword }
  /// Those that know a browser by its fingerprint.
  static let fingerprinting = all.filter { $0.proof == .fingerprint }
  /// Those that can let a code be entered again.
  static let patient = plain.filter { $0.proof == .oneTimePassword }

  var proof: Proof { server.program == .lemonldap216 ? .fingerprint : .oneTimePassword }

  var testDescription: String { server.testDescription }

  /// Starts one.
  ///
  /// - Throws: `RealServer.Missing` when it is not there.
  func start(_ settings: TestPortalSettings) async throws -> TestPortal {
    let command = try server.command(for: nil)
    let services = PortalServices.allCases.flatMap { ["--service", "\($0.address) \($0.rights)"] }
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
