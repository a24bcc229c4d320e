import Foundation
import Hummingbird
import Logging
import NIOCore
import PronoteWire
import SchoolModel
import ServiceLifecycle
import WebSession
import WebTransport

/// A complete school on loopback: a server that speaks PRONOTE of any version, with invented people and their data,
/// and a CAS issuer where the same people sign in for other services.
///
/// It exists so that everybody can develop and test without a school and without disturbing one.
///
/// ```swift
/// var configuration = SchoolServerConfiguration()
/// configuration.version = "2025.2.6"
/// let server = try SchoolServer(configuration: configuration)
/// try await server.run { address in print(address.root) }
/// ```
public struct SchoolServer: Sendable {
  private let school: School

  /// A school with this configuration. Makes or opens its content, which takes under a second.
  ///
  /// - Throws: ``SchoolServerError``.
  public init(configuration: SchoolServerConfiguration) throws {
    school = try School(configuration: configuration)
  }

  /// Serves until the task is cancelled or the process is asked to stop.
  ///
  /// - Parameter onReady: called once, when the school can be reached.
  /// - Throws: ``SchoolServerError`` with code `badAddress` when the port cannot be listened on.
  public func run(onReady: @escaping @Sendable (SchoolAddress) async -> Void) async throws {
    var settings = AsyncHTTPTransport.Configuration()
    settings.connectionsPerHost = 16
    try await AsyncHTTPTransport.withTransport(configuration: settings) { transport in
      try await run(transport: school.configuration.casTransport ?? transport, onReady: onReady)
    }
  }

  private func run(
    transport: any Transport,
    onReady: @escaping @Sendable (SchoolAddress) async -> Void
  ) async throws {
    let configuration = school.configuration
    let addresses = AsyncStream<SchoolAddress>.makeStream()
    var logger = Logger(label: "trousse.school")
    // Stopping a school cancels its connections, which the server would report as errors.
    logger.logLevel = .critical
    let application = Application(
      router: Routes(school: school, transport: transport).router(),
      configuration: .init(
        address: .hostname(configuration.host, port: configuration.port),
        serverName: "PRONOTE \(school.version)"
      ),
      onServerRunning: { [school] channel in
        let port = channel.localAddress?.port ?? configuration.port
        addresses.continuation.yield(SchoolServer.address(of: school, port: port))
        addresses.continuation.finish()
      },
      logger: logger
    )
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { addresses.continuation.finish() }
        do {
          try await application.run()
        } catch let error as IOError {
          throw SchoolServerError(
            .badAddress,
            "cannot listen on \(configuration.host):\(configuration.port): \(error.localizedDescription)"
          )
        }
      }
      for await address in addresses.stream { await onReady(address) }
      try await group.waitForAll()
    }
  }

  private static func address(of school: School, port: Int) -> SchoolAddress {
    let host = school.configuration.host.contains(":") ? "[\(school.configuration.host)]" : school.configuration.host
    let accounts = (try? school.database.accounts()) ?? []
    return SchoolAddress(
      root: "http://\(host):\(port)/pronote",
      cas: "http://\(host):\(port)/cas",
      version: school.version.description,
      accounts: accounts.filter { !$0.isPortalUser }.map {
        .init(space: $0.space, username: $0.login, password: $0.password, note: $0.note)
      }
    )
  }
}
