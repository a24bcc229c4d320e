import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PronoteWire
import WebSession

/// The paths of a school.
struct Routes: Sendable {
  let school: School
  let sessions: SessionTable
  private let pages: SchoolPages
  private let cas: CASRoutes

  /// The largest request body, in bytes.
  private static let maximumBody = 8 << 20

  /// - Parameter transport: what carries the CAS issuer's own requests to services.
  init(school: School, transport: any Transport) {
    self.school = school
    cas = CASRoutes(school: school, transport: transport)
    sessions = SessionTable(school: school)
    pages = SchoolPages(school: school)
  }

  func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.add(middleware: ScriptMiddleware(player: school.script))
    router.get("pronote") { _, _ in html(pages.index()) }
    let root = router.group("pronote")
    root.get("infoMobileApp.json") { _, _ in information() }
    root.get("InfoMobileApp.json") { _, _ in information() }
    root.get("FichiersExternes/:file/:name") { request, context in
      try await file(request, sealed: context.parameters.require("file"))
    }
    root.post("appelfonction/:space/:session/:order") { request, context in
      try await call(
        request,
        space: context.parameters.require("space", as: Int.self),
        session: context.parameters.require("session", as: Int.self),
        order: context.parameters.require("order")
      )
    }
    // Beacons of official clients: leaving, and their own logs.
    root.post("appeldeconnexion/:order/:time") { request, _ in try await leave(request) }
    addDocuments(to: root)
    root.get("mail.html") { _, _ in html(pages.mail(try school.database.mails())) }
    root.get("mail.json") { _, _ in json(MailList(mails: try school.database.mails()).json.bytes()) }
    root.get(":page") { request, context in
      try await page(context.parameters.require("page"), request)
    }
    cas.add(to: router)
    return router
  }

  // MARK: - Pages

  private func page(_ name: String, _ request: Request) async throws -> Response {
    await delay()
    if name.isEmpty { return html(pages.index()) }
    guard let page = SpaceNumber.page(name) else { throw HTTPError(.notFound) }
    if let fault = school.faults.text(.page).flatMap(Fault.Page.init(rawValue:)) {
      let standIn = pages.standIn(fault)
      return html(standIn.page, status: standIn.status)
    }
    let agent = request.headers[.userAgent] ?? ""
    if !page.isMobile, ["MSIE ", "Trident/", "Mozilla/4."].contains(where: { agent.contains($0) }) {
      return html(pages.incompatibleBrowser())
    }
    let login: PortalLogin?
    switch try await PortalGate(school: school).answer(request, page: name, space: page.space.space) {
    case .open: login = nil
    case .signIn(let given): login = given
    case .leave(let address):
      return Response(status: .found, headers: [.location: address, .cacheControl: "no-store"])
    case .refuse: return html(pages.refusedAfterPortal())
    }
    let session = await sessions.open(space: page.space, number: page.number, login: login)
    return html(pages.sessionPage(session: session.number, space: page.space, number: page.number, login: login))
  }

  private func html(_ text: String, status: Int = 200) -> Response {
    Response(
      status: .init(code: status),
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(string: text))
    )
  }

  private func json(_ bytes: [UInt8]) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }

  private func information() -> Response {
    json(InfoMobileApp(school).json.bytes())
  }

  // MARK: - Calls

  private func call(_ request: Request, space: Int, session number: Int, order: String) async throws -> Response {
    let body = try await request.body.collect(upTo: Routes.maximumBody)
    guard let session = await sessions.session(number) else {
      return json(ServerRefusal.sessionUnknown.body.bytes(asciiOnly: true))
    }
    let outcome = await session.receive(Array(body.readableBytesView), space: space, pathOrder: order)
    await delay()
    switch outcome {
    case .refusal(let refusal): return json(refusal.body.bytes(asciiOnly: true))
    case .answer(let bytes, let function):
      if function == SaisieDeconnexion.name { await sessions.close(number) }
      let cipher = school.configuration.encrypt ? await session.cipher : nil
      return try await FaultyAnswer(faults: school.faults, function: function, bytes: bytes, cipher: cipher)
        .response(otherwise: json)
    }
  }

  private func leave(_ request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 4096)
    if let view = try? JSONDocument(Array(body.readableBytesView)).root, let number = view.integer("ns") {
      await sessions.close(number)
    }
    return Response(status: .ok)
  }

  private func file(_ request: Request, sealed: String) async throws -> Response {
    guard let number = request.uri.queryParameters["Session"].flatMap({ Int($0) }),
      let session = await sessions.session(number), let file = try await session.file(sealed: sealed)
    else { throw HTTPError(.notFound) }
    return Response(
      status: .ok,
      headers: [.contentType: file.mediaType],
      body: .init(byteBuffer: ByteBuffer(bytes: file.content))
    )
  }

  private func delay() async {
    if let milliseconds = school.faults.number(.latency) {
      try? await Task.sleep(for: .milliseconds(milliseconds))
    }
  }
}
