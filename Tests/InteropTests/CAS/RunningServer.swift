import CAS
import Foundation
import WebSession
import WebTransport

/// A real CAS server that runs, the application that it knows, and what asks it.
struct RunningServer: Sendable {
  /// What it said when it was ready.
  private struct Ready: Decodable {
    var version: String
    var cas: String
    var certificateAuthority: String?
  }

  let server: RealServer
  let version: String
  let cas: String
  let certificateAuthority: String?
  let site: TestSite
  let transport: AsyncHTTPTransport

  private let process: ServerProcess

  /// Starts a server.
  init(_ server: RealServer) async throws {
    self.server = server
    site = try await TestSite.open()
    let command = try server.command(for: site.root)
    process = try await ServerProcess.start(command.program, command.arguments)
    let ready = try JSONDecoder().decode(Ready.self, from: process.firstLine)
    version = ready.version
    cas = ready.cas
    certificateAuthority = ready.certificateAuthority
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.extraTrustRoots = ready.certificateAuthority
    transport = try AsyncHTTPTransport(configuration: configuration)
  }

  /// Ends the server and its site.
  func end() async {
    try? await transport.shutdown()
    await process.end()
    await site.close()
  }

  /// A client of the application.
  func client(
    _ validation: CASProtocol = .cas3,
    at cas: String? = nil,
    over transport: (any Transport)? = nil,
    acceptingProxies chains: [[String]]? = nil
  ) throws -> CASClient {
    var configuration = try CASClient.Configuration(server: cas ?? self.cas, serviceBase: site.root)
    configuration.validation = validation
    configuration.deadline = .seconds(30)
    if let chains {
      configuration.acceptsProxyTickets = true
      configuration.allowedProxyChains = chains
    }
    return CASClient(configuration: configuration, transport: transport ?? self.transport)
  }

  /// A user who has just signed in for a service, and the ticket. The password is the name.
  func signIn(_ user: String? = nil, for service: ServiceURL) async throws -> (login: CASFormLogin, ticket: CASTicket) {
    let user = user ?? server.user
    let login = CASFormLogin(client: try client())
    return (login, try await login.ticket(for: service, username: user, password: Secret(user)))
  }

  /// Asks the server something, the way a browser without cookies would.
  func get(_ path: String, _ query: String) async throws -> WebResponse {
    guard let address = WebAddress("\(cas)/\(path)?\(query)") else { throw CASError(.badAddress, path) }
    return try await transport.send(.get(address), limits: WebLimits())
  }
}
