public import CAS
package import Foundation
public import Hummingbird

/// One application behind CAS: its client, its settings and its sessions.
///
/// Make one, add its routes, and put its middleware in front of what only signed-in people may see:
///
/// ```swift
/// let configuration = try CASClient.Configuration(
///   server: "https://cas.example.org/cas", serviceBase: "https://app.example.org")
/// let cas = CASProtection(client: CASClient(configuration: configuration, transport: transport))
/// let router = Router(context: BasicCASRequestContext.self)
/// CASRoutes(cas).add(to: router)
/// router.group().add(middleware: CASAuthenticator(cas)).add(middleware: CASSignInRequired(cas))
///   .get("/protected") { _, context in "Hello, \(context.identity!.user)" }
/// ```
///
/// Every address that it sends a browser to is made of the client's `serviceBase`. The `Host` header and the
/// `X-Forwarded-…` headers are never read, so the application works behind a reverse proxy as it is.
public struct CASProtection: Sendable {
  /// What speaks to the CAS server.
  public let client: CASClient

  /// Paths, life times and pages.
  public let settings: CASSettings

  /// Where sessions are kept. Give it to the application as a service (`Application(router:services:)`), so that
  /// it tidies up.
  public let store: any PersistDriver

  let sessions: SessionTable
  let cookies: CookieShelf
  let validations = ValidationsInFlight()
  let now: @Sendable () -> Date

  /// Protection with sessions in memory, unless told otherwise.
  ///
  /// Sessions in memory end with the process; ``SQLitePersistDriver`` keeps them across restarts.
  public init(
    client: CASClient,
    settings: CASSettings = CASSettings(),
    store: any PersistDriver = MemoryPersistDriver()
  ) {
    self.init(client: client, settings: settings, store: store, now: { Date() })
  }

  package init(
    client: CASClient,
    settings: CASSettings,
    store: any PersistDriver,
    now: @escaping @Sendable () -> Date
  ) {
    self.client = client
    self.settings = settings
    self.store = store
    self.now = now
    let base = client.configuration.serviceBase
    sessions = SessionTable(store: store, base: base, settings: settings, now: now)
    cookies = CookieShelf(base: base, name: settings.cookieName)
  }

  /// Who sent a request, as far as its session cookie says; nil for nobody.
  ///
  /// - Throws: what the store throws.
  public func identity(for request: Request) async throws -> CASIdentity? {
    guard let id = cookies.sessionID(in: request) else { return nil }
    return try await sessions.identity(for: id)
  }

  /// The address that signs a browser in and then brings it to a path of this application.
  ///
  /// A path that leads anywhere else is left out; see ``CASPaths/afterLogin``.
  public func signInURL(returningTo path: String? = nil) -> String {
    guard let path, let checked = ReturnPath(path) else { return address(settings.paths.login) }
    return address(settings.paths.login) + "?return=" + checked.encoded
  }

  /// The address of a path, made of the configured base alone.
  func address(_ path: String) -> String {
    client.configuration.serviceBase + path
  }

  /// Where a browser that has no page to go back to goes.
  var defaultReturn: ReturnPath { ReturnPath(settings.paths.afterLogin) ?? .root }

  /// The path that a text names, or nil when a browser must not be sent there: to another site, or round in circles.
  func returnPath(_ text: String?) -> ReturnPath? {
    guard let path = text.flatMap({ ReturnPath($0) }) else { return nil }
    let paths = settings.paths
    let own = [paths.login, paths.callback, paths.logout, paths.proxyCallback]
    return own.contains { path.leads(to: $0) } ? nil : path
  }
}
