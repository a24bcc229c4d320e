import Foundation
import Hummingbird
import Logging
import NIOCore
import PronoteWire
public import SchoolModel
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

  /// What the clock on the school's wall shows.
  public var now: LocalDateTime { school.now }

  /// Who signed in, or tried to: the last thousand, the newest last.
  public var signIns: [SignInRecord] { school.signIns.records }

  /// The day that the school's content was made for. A data file keeps its own, whatever the configuration says.
  public var contentDay: LocalDate { school.database.calendar.today }

  /// The seed that the school's content was made with. A data file keeps its own, whatever the configuration says.
  public var contentSeed: UInt64 { get throws { try school.database.seed() } }

  /// Lets something happen at the school, now. The next request sees it; any task may call this at any time.
  ///
  /// - Throws: ``SchoolServerError`` with code `badChange` when it cannot happen: no such student, subject or lesson, or
  ///   a number that makes no sense. The school is as before then. `badData` when the data file cannot be written.
  public func apply(_ change: SchoolChange) throws {
    // What was due before happens before.
    school.script.takeDueSteps()
    do {
      try school.database.apply(change, at: school.now)
    } catch let problem as ChangeProblem {
      throw SchoolServerError(.badChange, problem.message)
    } catch {
      throw SchoolServerError(.badData, "the change cannot be kept: \(error)")
    }
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
    // The portal first: whoever reaches the school may be sent there.
    let portal = AsyncStream<String>.makeStream()
    let root = AsyncStream<String>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      if school.configuration.portalMode != .off {
        let routes = PortalRoutes(school: school, transport: transport).router()
        group.addTask { try await serve(routes, port: school.configuration.portalPort, listening: portal.continuation) }
        for await origin in portal.stream { school.origins.portal = "\(origin)/" }
      }
      if school.configuration.portalMode == .off || school.origins.portal != nil {
        let routes = Routes(school: school, transport: transport).router()
        group.addTask { try await serve(routes, port: school.configuration.port, listening: root.continuation) }
        for await origin in root.stream { school.origins.school = origin }
        if let address { await onReady(address) }
      }
      // When one of the two ends, so does the other.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Serves on one port. Tells its origin once it can be reached; the stream ends then, or with the server.
  private func serve(
    _ router: Router<BasicRequestContext>,
    port: Int,
    listening: AsyncStream<String>.Continuation
  ) async throws {
    defer { listening.finish() }
    var logger = Logger(label: "trousse.school")
    // Stopping a school cancels its connections, which the server would report as errors.
    logger.logLevel = .critical
    let host = school.configuration.host
    let name = host.contains(":") ? "[\(host)]" : host
    let application = Application(
      router: router,
      configuration: .init(address: .hostname(host, port: port), serverName: "PRONOTE \(school.version)"),
      onServerRunning: { channel in
        listening.yield("http://\(name):\(channel.localAddress?.port ?? port)")
        listening.finish()
      },
      logger: logger
    )
    do {
      try await application.run()
    } catch let error as IOError {
      throw SchoolServerError(.badAddress, "cannot listen on \(host):\(port): \(error.localizedDescription)")
    }
  }

  /// Where the school is, once it listens.
  private var address: SchoolAddress? {
    guard let origin = school.origins.school else { return nil }
    let accounts = ((try? school.database.accounts()) ?? []).filter { !$0.isPortalUser }.map {
      SchoolAddress.Account(space: $0.space, username: $0.login, password: $0.password, note: $0.note)
    }
    let portal = school.origins.portal
    let users = portal == nil ? [] : (try? PortalUsers(school: school).all()) ?? []
    return SchoolAddress(
      root: "\(origin)/pronote",
      portal: portal,
      cas: "\(origin)/cas",
      version: school.version.description,
      accounts: accounts
        + users.map { user, account in
          SchoolAddress.Account(
            space: account?.space,
            username: user.name,
            password: user.password,
            mail: user.factors.contains(.mail) ? user.mail : nil,
            totp: user.factors.contains(.totp) ? user.totpSecret : nil,
            note: user.note
          )
        }
    )
  }
}
