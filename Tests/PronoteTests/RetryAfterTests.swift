import Pronote
import SchoolModel
import SchoolServer
import Synchronization
import Testing
import WebSession

/// When to try again: what the server asks for, and what is suggested where it says nothing.
@Suite struct RetryAfterTests {
  /// A transport that answers some requests itself.
  private struct Interposed: Transport {
    var base: (any Transport)?
    var answer: @Sendable (WebRequest) throws -> WebResponse?

    func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
      if let response = try answer(request) { return response }
      guard let base else { throw WebError(.unreachable, "nobody is there", host: request.address.host) }
      return try await base.send(request, limits: limits)
    }
  }

  private final class Switch: Sendable {
    private let state = Mutex(false)
    var value: Bool { state.withLock(\.self) }
    func turn() { state.withLock { $0.toggle() } }
  }

  private static func failure(
    of school: String = "https://school.example/pronote",
    _ answer: @escaping @Sendable (WebRequest) throws -> WebResponse?
  ) async -> PronoteError? {
    await RunningSchool.failure {
      _ = try await PronoteClient(transport: Interposed(answer: answer)).describe(School(url: school))
    }
  }

  @Test(
    arguments: [
      (WebError.Code.unreachable, PronoteError.Code.unreachable, 15), (.connectionLost, .unreachable, 15),
      (.timedOut, .timedOut, 15), (.tlsFailure, .unreachable, nil), (.tooManyRedirects, .unreachable, nil),
      (.tooLarge, .tooLarge, nil),
    ] as [(WebError.Code, PronoteError.Code, Int?)]
  )
  func `a network that does not answer is asked again in a quarter of a minute`(
    web: WebError.Code,
    code: PronoteError.Code,
    seconds: Int?
  ) async {
    let error = await Self.failure { _ in throw WebError(web, "x") }
    #expect(error?.code == code)
    #expect(error?.retryAfter == seconds.map { .seconds($0) })
  }

  @Test(
    arguments: [
      (503, "120", "<html>Service Unavailable</html>", PronoteError.Code.unavailable, 120),
      (503, "Sat, 21 Nov 2026 11:31:00 GMT", "", .unavailable, 90),
      (503, nil, "<html>Service Unavailable</html>", .unavailable, 60), (502, nil, "", .unavailable, 60),
      (500, nil, "<html>PRONOTE</html>", .unavailable, 60), (504, "x", "Bad Gateway", .unavailable, 60),
      (429, "7", "<html>Too Many Requests</html>", .rateLimited, 7),
      (429, "Sat, 21 Nov 2026 11:30:00 GMT", "", .rateLimited, 30), (429, nil, "", .rateLimited, 3600),
      (200, nil, "HTTP Error 503. The service is unavailable.", .unavailable, 60),
      (404, nil, "HTTP Error 404. Not found.", .unavailable, nil),
      // What PRONOTE itself says goes before the status.
      (503, "60", "Votre adresse IP est provisoirement suspendue", .suspended, 60),
      (503, nil, "Votre adresse IP est provisoirement suspendue", .suspended, 3600),
      (503, nil, "Le site est momentanément indisponible", .busy, 600),
      (200, nil, "Le site n'est pas disponible", .unavailable, 60),
      (200, nil, "<html>Foreign</html>", .notPronote, nil),
    ] as [(Int, String?, String, PronoteError.Code, Int?)]
  )
  func `a server that asks for a pause gets it`(
    status: Int,
    header: String?,
    page: String,
    code: PronoteError.Code,
    seconds: Int?
  ) async {
    let error = await Self.failure { request in
      WebResponse(
        status: status,
        headers: [("Date", "Sat, 21 Nov 2026 11:29:30 GMT")] + (header.map { [("Retry-After", $0)] } ?? []),
        body: Array(page.utf8),
        address: request.address
      )
    }
    #expect(error?.code == code)
    #expect(error?.facts.httpStatus == status || code == .unavailable)
    #expect(error?.retryAfter == seconds.map { .seconds($0) })
  }

  @Test(arguments: [
    (429, "", PronoteError.Code.rateLimited), (429, #"{"error":"slow down"}"#, .rateLimited),
    (503, "", .unavailable), (503, #"{"error":"closed"}"#, .unavailable), (503, "<html>closed</html>", .unavailable),
  ])
  func `a call and a download are no different`(status: Int, body: String, code: PronoteError.Code) async throws {
    try await RunningSchool.with { address, transport in
      let isOn = Switch()
      let interposed = Interposed(base: transport) { request in
        guard isOn.value else { return nil }
        return WebResponse(
          status: status,
          headers: [("Retry-After", "42")],
          body: Array(body.utf8),
          address: request.address
        )
      }
      let session = try await RunningSchool.session(address, interposed)
      isOn.turn()
      let error = await RunningSchool.failure {
        _ = try await session.timetable(for: session.students.first, in: RunningSchool.today...RunningSchool.today)
      }
      #expect(error?.code == code)
      #expect(error?.retryAfter == .seconds(42))
    }
  }
}
