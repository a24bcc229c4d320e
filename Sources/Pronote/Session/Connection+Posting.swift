import AccountVault
import PronoteWire
import WebSession

/// One call on its way to the server and back.
extension Connection {
  /// What came of posting a call.
  enum Posting {
    /// The server, and not something in front of it, answered.
    case answered(WebResponse)
    /// An answer came that cannot be taken in: it is too long, or is not HTTP.
    case unreadable(any Error)
    /// No byte of the call can have reached the server.
    case notSent(any Error)
    /// Whether the server has seen the call is not known.
    case unknown(any Error)
  }

  /// Posts a call; after a network failure posts the same bytes again, as the official client does.
  func post(_ sealed: ClientChannel.Sealed) async -> Posting {
    let deadline = configuration.now() + configuration.deadline
    var attempt = 0
    var mayHaveArrived = false
    var failure: (any Error)?
    while true {
      attempt += 1
      let left = deadline - configuration.now()
      guard left > .zero else {
        return .unknown(PronoteError(.timedOut, "no answer within \(configuration.deadline)"))
      }
      do {
        var limits = configuration.limits
        limits.deadline = left
        let request = WebRequest.post(
          try school.address(sealed.path),
          body: sealed.body,
          contentType: "application/json"
        )
        let response = try await browser.send(request, limits: limits)
        guard Connection.isAnswer(response) else { return .unknown(refusal(of: response, to: sealed)) }
        return .answered(response)
      } catch let error as WebError where error.code == .tooLarge || error.code == .badResponse {
        return .unreadable(error)
      } catch let error as WebError {
        failure = error
        mayHaveArrived = mayHaveArrived || error.mayHaveReachedServer
        // A connection that was refused has lost nothing, so there is nothing to recover.
        guard error.mayHaveReachedServer, Connection.isWorthRepeating(error), attempt <= configuration.replays else {
          return mayHaveArrived ? .unknown(error) : .notSent(error)
        }
        do {
          try await configuration.sleep(min(configuration.replaySpacing, max(.zero, deadline - configuration.now())))
        } catch {
          return .unknown(error)
        }
      } catch let error as BudgetError {
        // What made the budget refuse a second try says more than the refusal.
        let cause = failure ?? error
        return mayHaveArrived ? .unknown(cause) : .notSent(cause)
      } catch let error as VaultError {
        // A budget could not be asked.
        return mayHaveArrived ? .unknown(error) : .notSent(error)
      } catch {
        return .unknown(error)
      }
    }
  }

  /// Whether PRONOTE itself answered: what a web server in front says when it cannot reach it, or will not, leaves open
  /// whether the call arrived.
  private static func isAnswer(_ response: WebResponse) -> Bool {
    (response.status < 500 && response.status != 429) || response.body.first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  /// What a web server in front of PRONOTE said.
  private func refusal(of response: WebResponse, to sealed: ClientChannel.Sealed) -> any Error {
    do {
      _ = try open(response, of: sealed)
      return PronoteError(.malformedReply, "an answer came back with status \(response.status)")
    } catch {
      return error
    }
  }

  /// Whether the server, or the way to it, is silent; and not this program, which was cancelled say.
  static func isSilence(_ error: any Error) -> Bool {
    if let error = error as? WebError { return error.code == .timedOut || error.code == .connectionLost }
    return (error as? PronoteError)?.code == .timedOut
  }

  /// A failure of the network, after which the same call may be posted again.
  private static func isWorthRepeating(_ error: WebError) -> Bool {
    error.code == .unreachable || error.code == .connectionLost
  }

  func open(_ response: WebResponse, of sealed: ClientChannel.Sealed) throws -> WireReply {
    var facts: PronoteError.Facts {
      .init(step: sealed.function, host: school.host, httpStatus: response.status)
    }
    guard response.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
      if response.body.isEmpty, !PronoteError.isTelling(response.status) {
        throw PronoteError(.malformedReply, "an empty answer came back, status \(response.status)", facts: facts)
      }
      throw PronoteError(ErrorPage(page: response.text), in: response, facts: facts)
    }
    do {
      let reply = try channel.open(response.body, of: sealed)
      return reply
    } catch let error as WireError where response.status != 200 {
      throw PronoteError(
        refusing: response,
        "status \(response.status) and an answer that cannot be read: \(error)",
        facts: facts
      )
    }
  }
}
