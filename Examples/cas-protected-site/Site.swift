import CAS
import Foundation
import Hummingbird
import HummingbirdCAS
import Logging
import WebSession
import WebTransport

/// The site: its pages, and CAS in front of one of them.
struct Site: Sendable {
  let configuration: SiteConfiguration

  /// Serves until the process is asked to stop.
  func run() async throws {
    let store = try sessionStore()
    try await AsyncHTTPTransport.withTransport { transport in
      let root = WebAddress(configuration.client.serviceBase)?.path ?? "/"
      let pages = Pages(root: root == "/" ? "" : root, login: configuration.loginPath)
      let cas = CASProtection(
        client: CASClient(configuration: configuration.client, transport: transport),
        settings: settings(pages),
        store: store
      )
      let base = configuration.client.serviceBase
      let host = configuration.host
      let application = Application(
        router: Site.router(cas, pages: pages),
        configuration: .init(address: .hostname(host, port: configuration.port), serverName: "cas-protected-site"),
        services: [store],
        onServerRunning: { channel in
          let line = "listening on \(host):\(channel.localAddress?.port ?? 0), serving \(base)\n"
          // Not print, which keeps lines to itself for a while when a pipe reads them.
          FileHandle.standardOutput.write(Data(line.utf8))
        },
        logger: Logger(label: "cas-protected-site") { _ in ErrorLog() }
      )
      try await EventLoopApplication(application).run()
    }
  }

  /// The paths of the site.
  static func router(_ cas: CASProtection, pages: Pages) -> Router<BasicCASRequestContext> {
    let router = Router(context: BasicCASRequestContext.self)
    router.add(middleware: PageHeaders(pages: pages))
    router.add(middleware: CASAuthenticator(cas))
    CASRoutes(cas).add(to: router)
    router.get("/") { _, context in pages.home(context.identity) }
    router.get("/style.css") { _, _ in Pages.style() }
    router.group()
      .add(middleware: CASSignInRequired(cas, answer: .refuse))
      .get("/protected") { _, context in
        guard let identity = context.identity else { throw HTTPError(.unauthorized) }
        return pages.protected(identity)
      }
    return router
  }

  private func settings(_ pages: Pages) -> CASSettings {
    var settings = CASSettings()
    settings.paths.login = configuration.loginPath
    settings.paths.callback = configuration.loginPath
    settings.serviceCarriesState = !configuration.isExact
    settings.paths.afterLogin = "/protected"
    settings.page = { pages.notice($0) }
    if let key = configuration.secretKey { settings.secret = Secret(Array(key.reveal().utf8)) }
    return settings
  }

  private func sessionStore() throws -> SQLitePersistDriver {
    let file = URL(fileURLWithPath: configuration.sessionFile)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    return try SQLitePersistDriver(path: file.path)
  }
}
