import Foundation
package import PronoteWire
package import WebSession

extension PronoteError {
  /// When to try again where nothing answers: networks come back within seconds, or stay away for long.
  static let pauseAfterSilence: Duration = .seconds(15)
  /// When to try again where the server says that it cannot answer now.
  static let pauseWhileUnavailable: Duration = .seconds(60)

  /// When to try again after an error that names no pause of its own; nil where trying again would not help.
  static func suggestedPause(after code: Code) -> Duration? {
    switch code {
    case .unreachable, .timedOut: pauseAfterSilence
    default: nil
    }
  }

  /// A page in the place of a session page, or of an answer, as the server sent it.
  package init(_ page: ErrorPage, in response: WebResponse, facts: Facts) {
    self.init(page, status: response.status, facts: facts, retryAfter: PronoteError.pause(in: response))
  }

  /// An answer whose status says more than its body: 429 is `rateLimited`, everything else `unavailable`.
  package init(refusing response: WebResponse, _ message: String, facts: Facts) {
    self.init(
      status: response.status,
      message,
      facts: facts,
      retryAfter: PronoteError.pause(in: response)
    )
  }

  /// What a status of HTTP says. A pause makes sense after 429 and after errors of the server.
  init(status: Int, _ message: String, facts: Facts, retryAfter: Duration?) {
    switch status {
    case 429: self.init(.rateLimited, message, facts: facts, retryAfter: retryAfter ?? PronoteError.holdAfterBan)
    case 500...599:
      self.init(.unavailable, message, facts: facts, retryAfter: retryAfter ?? PronoteError.pauseWhileUnavailable)
    default: self.init(.unavailable, message, facts: facts, retryAfter: retryAfter)
    }
  }

  /// Whether a status says by itself what is wrong, whatever the page holds.
  static func isTelling(_ status: Int) -> Bool { status == 429 || (500...599).contains(status) }

  private static func pause(in response: WebResponse) -> Duration? {
    response.retryAfter(now: Int64(Date().timeIntervalSince1970))
  }
}
