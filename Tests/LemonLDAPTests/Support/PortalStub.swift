import Foundation
import LemonLDAP
import Synchronization
import WebSession

/// A portal that answers what the test says, and remembers what it was asked.
final class PortalStub: Transport {
  /// One answer.
  struct Answer: Sendable {
    var status = 200
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    /// A page.
    static func page(_ html: String, cookies: [String] = []) -> Answer {
      Answer(headers: cookies.map { ("Set-Cookie", $0) }, body: Array(html.utf8))
    }

    /// A pointer to somewhere else.
    static func redirect(_ location: String, cookies: [String] = [], status: Int = 302) -> Answer {
      Answer(status: status, headers: [("Location", location)] + cookies.map { ("Set-Cookie", $0) })
    }

    /// What a portal says when it is done.
    static let done = redirect(PortalStub.url, cookies: ["lemonldap=\(Marks.cookie); path=/; HttpOnly=1"])
  }

  static let url = "https://auth.example.org/"

  private let requests = Mutex<[WebRequest]>([])
  private let answer: @Sendable (_ request: WebRequest, _ number: Int) -> Answer

  /// Answers by the request and by how many came before.
  init(_ answer: @escaping @Sendable (_ request: WebRequest, _ number: Int) -> Answer) {
    self.answer = answer
  }

  /// Answers in this order; the last one stands for the rest.
  convenience init(_ answers: Answer...) {
    self.init { _, number in answers[min(number, answers.count - 1)] }
  }

  /// What was asked, in order.
  var asked: [WebRequest] { requests.withLock { $0 } }
  /// Method and path of what was asked, in order.
  var paths: [String] { asked.map { "\($0.method.rawValue) \($0.address.path)" } }
  /// The bodies of what was posted, in order.
  var bodies: [String] { asked.compactMap { $0.body.map { String(decoding: $0, as: UTF8.self) } } }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let number = requests.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    let answer = answer(request, number)
    guard answer.body.count <= limits.maximumBodyBytes else {
      throw WebError(.tooLarge, "longer than the limit", host: request.address.host)
    }
    return WebResponse(status: answer.status, headers: answer.headers, body: answer.body, address: request.address)
  }

  /// The client that is tested.
  func portal() throws -> LemonLDAPPortal {
    try LemonLDAPPortal(url: PortalStub.url, transport: self)
  }

  /// Begins to sign in.
  func signIn(
    as username: String = "lou",
    remembering isRemembering: Bool = false,
    trusted: TrustedBrowser? = nil
  ) async throws -> PortalStep {
    try await portal()
      .signIn(username: username, password: Secret(Marks.password), remembering: isRemembering, trusted: trusted)
  }

  /// The error of signing in; nil when there is none, or another kind.
  func failure(trusted: TrustedBrowser? = nil) async -> PortalError? {
    do {
      _ = try await signIn(trusted: trusted)
      return nil
    } catch {
      return error as? PortalError
    }
  }
}
