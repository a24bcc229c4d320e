import CAS
import Configuration
import Foundation
import SystemPackage
import WebSession

/// What the site is told by its environment, or by a file `.env` in the folder that it is started in.
struct SiteConfiguration: Sendable {
  /// `CAS_PROVIDER` and `SERVICE_URL`: the CAS server, and this site as browsers reach it. `CAS_PROTOCOL`: 3 unless set.
  var client: CASClient.Configuration
  /// The path of `LOGIN_URL`, which is below `SERVICE_URL`.
  var loginPath: String
  /// `SECRET_KEY`; nil for a random one.
  var secretKey: Secret<String>?
  /// `HOST`: what to listen on.
  var host: String
  /// `PORT`: what to listen on.
  var port: Int
  /// `SERVICE_EXACT`: whether the CAS server knows this site by the exact text of `LOGIN_URL`, without any query.
  var isExact: Bool
  /// `SESSION_FILE`: where sessions are kept.
  var sessionFile: String

  /// Reads the environment, then `.env` for what the environment does not say.
  static func load() async throws -> SiteConfiguration {
    let environment = EnvironmentVariablesProvider()
    let file = try await EnvironmentVariablesProvider(environmentFilePath: ".env", allowMissing: true)
    return try SiteConfiguration(ConfigReader(providers: [environment, file]))
  }

  init(_ reader: ConfigReader) throws {
    let values = Values(reader: reader)
    let service = try values.required("service.url")
    client = try CASClient.Configuration(server: values.required("cas.provider"), serviceBase: service)
    let number = values.optional("cas.protocol") ?? CASProtocol.cas3.rawValue
    guard let validation = CASProtocol(rawValue: number.lowercased()) else {
      throw SiteFailure(configuration: "CAS_PROTOCOL is 1, 2, 3 or saml, not “\(number)”")
    }
    client.validation = validation
    loginPath = try Self.path(
      of: values.optional("login.url") ?? client.serviceBase + "/login",
      below: client.serviceBase
    )
    let key = values.optional("secret.key")
    if let key, key.utf8.count < 16 {
      throw SiteFailure(configuration: "SECRET_KEY is shorter than 16 characters: guessing it must not be possible")
    }
    secretKey = key.map { Secret($0) }
    host = values.optional("host") ?? "127.0.0.1"
    let address = WebAddress(client.serviceBase)
    let usual = address?.isLoopback == true ? address?.port ?? 8080 : 8080
    guard let port = values.optional("port").map({ Int($0) }) ?? usual, (0...65_535).contains(port) else {
      throw SiteFailure(configuration: "PORT is no number from 0 to 65535")
    }
    self.port = port
    isExact = ["yes", "true", "1"].contains(values.optional("service.exact")?.lowercased())
    sessionFile = values.optional("session.file") ?? Self.usualSessionFile(port: port)
  }

  /// Browsers come back from the CAS server to `LOGIN_URL`, so it has to be a page of this site: a CAS server compares
  /// the address that a ticket was made for with the one that it is used for, as text.
  private static func path(of login: String, below service: String) throws -> String {
    guard let address = WebAddress(login), address.query == nil, !login.contains("#") else {
      throw SiteFailure(configuration: "LOGIN_URL is no http or https address without a query")
    }
    let text = address.description
    guard text.hasPrefix(service + "/"), text.count > service.count + 1 else {
      throw SiteFailure(
        configuration: "LOGIN_URL \(login) is not below SERVICE_URL \(service): browsers would come back from the CAS"
          + " server to another site, and a strict server refuses the ticket of one address at another"
      )
    }
    let path = String(text.dropFirst(service.count))
    guard !["/logout", "/protected"].contains(path) else {
      throw SiteFailure(configuration: "LOGIN_URL \(login) is another page of this site")
    }
    return path
  }

  /// Sessions survive a restart without anything being configured; two sites at a time listen on two ports.
  private static func usualSessionFile(port: Int) -> String {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = state ?? (environment["HOME"] ?? NSTemporaryDirectory()) + "/.local/state"
    return "\(folder)/cas-protected-site/sessions-\(port).sqlite"
  }

  /// Values as people write them: in `.env`, often in quotes.
  private struct Values {
    let reader: ConfigReader

    func optional(_ key: ConfigKey) -> String? {
      var text = (reader.string(forKey: key, isSecret: key == "secret.key") ?? "")
        .trimmingCharacters(in: .whitespacesAndNewlines)
      for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
        text = String(text.dropFirst().dropLast())
        break
      }
      return text.isEmpty ? nil : text
    }

    func required(_ key: ConfigKey) throws -> String {
      guard let text = optional(key) else {
        let name = key.components.joined(separator: "_").uppercased()
        throw SiteFailure(configuration: "\(name) is not set, neither in the environment nor in .env")
      }
      return text
    }
  }
}
