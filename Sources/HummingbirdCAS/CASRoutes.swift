import CAS
import Foundation
import HTTPTypes
public import Hummingbird
import Logging

/// The routes of an application behind CAS: login, callback, logout, single logout and proxy callback.
///
/// ```swift
/// CASRoutes(cas).add(to: router)
/// ```
///
/// Single logout arrives at the callback path, because the CAS server posts it to the service URL. It is answered with
/// 200 and nothing else, whatever it is, and ends the session of exactly the ticket that it names.
public struct CASRoutes: Sendable {
  private let protection: CASProtection
  private let flow: LoginFlow

  /// The longest single logout request and proxy delivery, in bytes.
  static let maximumBody = 16 << 10

  /// How long a delivered proxy-granting ticket waits for the answer that names it.
  private static let deliveryLifetime = 300.0

  /// The routes of that application.
  public init(_ protection: CASProtection) {
    self.protection = protection
    flow = LoginFlow(protection)
  }

  /// Adds the routes to a router or a group, at ``CASSettings/paths``.
  public func add<Context: RequestContext>(to router: some RouterMethods<Context>) {
    let paths = protection.settings.paths
    if paths.login != paths.callback {
      router.on(RouterPath(paths.login), method: .get) { request, _ in try await flow.start(request) }
    }
    router.on(RouterPath(paths.callback), method: .get) { request, context in
      try await callback(request, context.logger)
    }
    router.on(RouterPath(paths.callback), method: .post) { request, context in
      await backChannel(request, context.logger)
    }
    router.on(RouterPath(paths.logout), method: .get) { request, _ in try await signOut(request) }
    router.on(RouterPath(paths.logout), method: .post) { request, _ in try await signOut(request) }
    if protection.settings.proxyGrantingTickets != nil {
      router.on(RouterPath(paths.proxyCallback), method: .get) { request, context in
        await deliver(request.uri.query ?? "", context.logger)
      }
      router.on(RouterPath(paths.proxyCallback), method: .post) { request, context in
        let query = await body(of: request).map { String(decoding: $0, as: UTF8.self) }
        return await deliver(query ?? "", context.logger)
      }
    }
  }

  // MARK: - Signing in and out

  private func callback(_ request: Request, _ logger: Logger) async throws -> Response {
    let names = Set((request.uri.query ?? "").split(separator: "&").map { $0.prefix { $0 != "=" } })
    if names.contains("SAMLRequest") || names.contains("logoutRequest") { return await frontChannel(request, logger) }
    if let notice = request.uri.queryParameters["notice"] { return flow.tell(String(notice)) }
    return flow.isArrival(request) ? try await flow.arrive(request, logger) : try await flow.start(request)
  }

  private func signOut(_ request: Request) async throws -> Response {
    let home = protection.address(protection.settings.paths.afterLogout)
    if let id = protection.cookies.sessionID(in: request) { try await protection.sessions.close(id) }
    var response = Response.casRedirect(
      to: protection.settings.logsOutOfServer ? protection.client.logoutURL(returningTo: home) : home
    )
    response.setCookie(protection.cookies.endOfSession())
    // Nobody who has just signed out is to be signed in again without being asked.
    response.setCookie(
      protection.cookies.login(
        CookieShelf.LoginCookie(browser: SessionID.random(), hasTriedSilently: true)
      )
    )
    return response
  }

  // MARK: - What the CAS server calls

  private func backChannel(_ request: Request, _ logger: Logger) async -> Response {
    if let body = await body(of: request),
      let logout = try? LogoutRequest.backChannel(contentType: request.headers[.contentType], body: body)
    {
      _ = await end(logout, request, logger)
    }
    return .casSilence()
  }

  private func frontChannel(_ request: Request, _ logger: Logger) async -> Response {
    var response = Response.casSilence()
    if let logout = try? LogoutRequest.frontChannel(query: request.uri.query ?? ""), await end(logout, request, logger)
    {
      response.setCookie(protection.cookies.endOfSession())
    }
    return response
  }

  /// Ends the session of the one ticket that a request names. Returns whether it was the caller's own.
  private func end(_ logout: LogoutRequest, _ request: Request, _ logger: Logger) async -> Bool {
    guard logout.sessionIndexes.count == 1 else { return false }
    let digest = CASTicket.digest(of: logout.sessionIndexes[0])
    protection.validations.end(digest)
    let own = protection.cookies.sessionID(in: request)
    do {
      return try await protection.sessions.close(ticketDigest: digest, ifOwn: own)
    } catch {
      logger.error("a single logout could not be carried out: \(error)")
      return false
    }
  }

  private func deliver(_ query: String, _ logger: Logger) async -> Response {
    if case .delivery(let iou, let ticket) = ProxyCallback.read(query: query) {
      let end = protection.now().addingTimeInterval(CASRoutes.deliveryLifetime)
      do {
        try await protection.settings.proxyGrantingTickets?.keep(ticket, for: iou, until: end)
      } catch {
        logger.error("a proxy-granting ticket could not be kept: \(error)")
      }
    }
    return .casSilence()
  }

  /// The body of a request; nil when it is too long.
  private func body(of request: Request) async -> [UInt8]? {
    guard let buffer = try? await request.body.collect(upTo: CASRoutes.maximumBody) else { return nil }
    return Array(buffer.readableBytesView)
  }
}
