import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WebSession

/// The paths of the CAS issuer.
struct CASRoutes: Sendable {
  /// The name of the cookie that keeps a browser signed in.
  static let cookie = "TGC"

  let school: School
  let users: CASUsers
  let services: CASServices
  let issuer: CASIssuer
  let pages: CASPages
  let channel: CASBackChannel

  init(school: School, transport: any Transport) {
    self.school = school
    users = CASUsers(school: school)
    services = school.casServices
    issuer = school.casIssuer
    pages = CASPages(school: school.database.establishment.name)
    channel = CASBackChannel(transport: transport)
  }

  /// Adds the paths below `/cas`.
  func add(to router: Router<BasicRequestContext>) {
    let root = router.group("cas")
    root.get { _, _ in redirect(to: "/cas/login") }
    root.get("login") { request, _ in await answeringFailures { try await showLogin(request) } }
    root.post("login") { request, _ in
      let body = try await form(of: request)
      return await answeringFailures { try await signIn(request, form: body) }
    }
    root.get("logout") { request, _ in await answeringFailures { try await signOut(request) } }
    addValidation(to: root)
  }

  // MARK: - Requests

  func form(of request: Request) async throws -> [UInt8] {
    Array(try await request.body.collect(upTo: CASParameters.maximumLength).readableBytesView)
  }

  /// What the browser's cookie holds.
  func session(of request: Request) -> CASSession.ID? {
    RequestCookies(request.headers)[CASRoutes.cookie]
  }

  // MARK: - Answers

  /// Shows failures to people.
  private func answeringFailures(_ body: () async throws -> Response) async -> Response {
    do {
      return try await body()
    } catch let failure as CASFailure {
      return page(
        pages.failure("This cannot be done", "\(failure.message) (\(failure.code.rawValue))"),
        status: .badRequest
      )
    } catch {
      return page(
        pages.failure("This went wrong", "The school's data could not be read."),
        status: .internalServerError
      )
    }
  }

  func page(_ page: CASPage, status: HTTPResponse.Status = .ok) -> Response {
    var response = text(page.html, type: "text/html; charset=utf-8")
    response.status = status
    response.headers[.contentSecurityPolicy] = page.policy
    response.headers[.xFrameOptions] = "DENY"
    response.headers[.referrerPolicy] = "same-origin"
    return response
  }

  func redirect(to address: String) -> Response {
    var response = text("", type: "text/plain; charset=utf-8")
    response.status = .found
    response.headers[.location] = address
    response.headers[.referrerPolicy] = "no-referrer"
    return response
  }

  func text(_ text: String, type: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      ],
      body: .init(byteBuffer: ByteBuffer(string: text))
    )
  }

  /// Sets the browser's cookie, or removes it.
  func setCookie(_ session: CASSession.ID?, in response: inout Response) {
    let attributes = "Path=/cas; HttpOnly; SameSite=Lax"
    response.headers.append(
      HTTPField(
        name: .setCookie,
        value: session.map { "\(CASRoutes.cookie)=\($0); \(attributes)" }
          ?? "\(CASRoutes.cookie)=; Max-Age=0; \(attributes)"
      )
    )
  }
}
