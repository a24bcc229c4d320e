package import PronoteWire
import WebSession

extension PronoteError {
  /// How long to wait after a ban or a rate limit. Servers do not say; bans last minutes to hours.
  static let holdAfterBan: Duration = .seconds(3600)

  /// Whatever a step threw, as one of ours. Cancellation stays cancellation.
  package static func describing(_ error: any Error, step: String, host: String) -> any Error {
    let facts = Facts(step: step, host: host)
    switch error {
    case var error as PronoteError:
      error.facts.step = error.facts.step ?? step
      error.facts.host = error.facts.host ?? host
      error.retryAfter = error.retryAfter ?? suggestedPause(after: error.code)
      return error
    case let error as WebError: return PronoteError(error, facts: facts)
    case let error as ServerRefusal: return PronoteError(error, facts: facts)
    case let error as WireError: return PronoteError(error, facts: facts)
    default: return error
    }
  }

  private init(_ error: WebError, facts: Facts) {
    let code: Code =
      switch error.code {
      case .timedOut: .timedOut
      case .tooLarge: .tooLarge
      case .badAddress: .badAddress
      case .badResponse: .malformedReply
      case .redirectRefused: .portalRequired
      default: .unreachable
      }
    // What is wrong with a certificate, or with redirects, is still wrong later.
    let isLasting = [.tlsFailure, .tooManyRedirects].contains(error.code)
    let pause = isLasting ? nil : PronoteError.suggestedPause(after: code)
    self.init(code, error.message, facts: facts, retryAfter: pause, cause: error)
  }

  private init(_ error: WireError, facts: Facts) {
    let code: Code =
      switch error.code {
      case .cipher: .cipherFailure
      case .tooLarge: .tooLarge
      case .order: .orderMismatch
      default: .malformedReply
      }
    self.init(code, "the answer cannot be read: \(error)", facts: facts, cause: error)
  }

  /// The server's own error numbers (session document 11.1).
  private init(_ refusal: ServerRefusal, facts: Facts) {
    var facts = facts
    facts.serverCode = refusal.code
    facts.serverTitle = refusal.title
    facts.serverMessage = refusal.message
    let words = [refusal.title, refusal.message].filter { !$0.isEmpty }
    let said =
      words.isEmpty
      ? "error \(refusal.code)" : (words.count == 2 && words[0] != words[1] ? "\(words[0]) \(words[1])" : words[0])
    switch refusal.code {
    case 3, 4: self.init(.accessDenied, "the server refused: \(said)", facts: facts)
    case 5, 7: self.init(.suspended, "the server said: \(said)", facts: facts, retryAfter: PronoteError.holdAfterBan)
    case 25: self.init(.rateLimited, "the server said: \(said)", facts: facts, retryAfter: PronoteError.holdAfterBan)
    case 14: self.init(.orderMismatch, "the server did not expect this message: \(said)", facts: facts)
    case 20, 22: self.init(.objectExpired, "the server does not know an object of this call: \(said)", facts: facts)
    case 8, 10, 11: self.init(.sessionExpired, "the session is over: \(said)", facts: facts)
    default:
      if refusal.saysExpired {
        self.init(.sessionExpired, "the session is over: \(said)", facts: facts)
      } else {
        self.init(.serverError, "the server said: \(said)", facts: facts)
      }
    }
  }

  /// A page in the place of a session page, or of an answer.
  ///
  /// - Parameter pause: how long the server asked to wait; nil when it did not.
  package init(_ page: ErrorPage, status: Int, facts: Facts, retryAfter pause: Duration? = nil) {
    var facts = facts
    facts.httpStatus = status
    facts.serverTitle = page.message
    let quoted = page.message.map { " (“\($0)”)" } ?? ""
    switch page.kind {
    case .suspended:
      self.init(
        .suspended,
        "the server suspended this network address\(quoted)",
        facts: facts,
        retryAfter: pause ?? PronoteError.holdAfterBan
      )
    case .rateLimited:
      self.init(
        .rateLimited,
        "too many attempts\(quoted)",
        facts: facts,
        retryAfter: pause ?? PronoteError.holdAfterBan
      )
    case .expired: self.init(.sessionExpired, "the session is over\(quoted)", facts: facts)
    case .unavailable:
      self.init(
        .unavailable,
        "the school's PRONOTE is not available\(quoted)",
        facts: facts,
        retryAfter: pause ?? PronoteError.pauseWhileUnavailable
      )
    case .busy:
      self.init(
        .busy,
        "the school's PRONOTE is busy or being updated\(quoted)",
        facts: facts,
        retryAfter: pause ?? .seconds(600)
      )
    case .denied: self.init(.accessDenied, "the server refused\(quoted)", facts: facts)
    case .cannotShow: self.init(.serverError, "the server could not show the page\(quoted)", facts: facts)
    case .incompatibleBrowser:
      self.init(.incompatibleBrowser, "the server does not accept this client's user agent", facts: facts)
    case .http(let code):
      facts.httpStatus = code
      let message = "the web server in front answered HTTP error \(code)"
      self.init(status: code, message, facts: facts, retryAfter: pause)
    case .message where PronoteError.isTelling(status), .notPronote where PronoteError.isTelling(status),
      .unknown where PronoteError.isTelling(status):
      let message = "the server answered HTTP status \(status)\(quoted)"
      self.init(status: status, message, facts: facts, retryAfter: pause)
    case .message: self.init(.serverError, "the server shows a message\(quoted)", facts: facts)
    case .notPronote:
      self.init(.notPronote, "a page that is not PRONOTE's came back, status \(status)\(quoted)", facts: facts)
    case .unknown:
      self.init(.malformedReply, "a page without a session came back, status \(status)\(quoted)", facts: facts)
    }
  }
}
