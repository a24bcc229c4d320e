import PronoteWire
import SchoolModel
import WebSession

/// One session on the wire: one call at a time in the order of asking, with deadlines, replays and verification.
///
/// The protocol numbers every message, so a call whose answer did not arrive must not be forgotten: the next call first
/// asks for that answer again, byte for byte, which brings both ends back in step. That is why cancelling a call
/// leaves the session usable.
actor Connection {
  private let browser: Browser
  private let school: School
  private let configuration: PronoteClient.Configuration
  private var channel: ClientChannel
  /// The call whose answer is still owed.
  private var unanswered: ClientChannel.Sealed?
  /// Why the session is over.
  private var end: PronoteError?
  private var queue = CallQueue()

  init(browser: Browser, school: School, configuration: PronoteClient.Configuration, channel: ClientChannel) {
    self.browser = browser
    self.school = school
    self.configuration = configuration
    self.channel = channel
  }

  /// The profile that is spoken.
  var profile: WireProfile { channel.profile }

  /// Calls a function and reads its answer. One request, unless it has to be repeated.
  func call<Function: RemoteFunction>(
    _ function: Function.Type,
    _ request: Function.Request,
    tab: Int? = nil,
    member: WireElement? = nil
  ) async throws -> Function.Response {
    let call = Function.call(request, tab: tab, member: member)
    let reply = try await exchange(call)
    do {
      return try Function.Response(reply.payload)
    } catch {
      throw PronoteError.describing(error, step: Function.name, host: school.host)
    }
  }

  /// How far a login came, with the machine that can go on.
  struct Stop: Sendable {
    var next: LoginStateMachine.Next
    var machine: LoginStateMachine
  }

  /// Runs a login to its end or to its second factor. Four requests; three in dialect a0.
  ///
  /// - Parameters:
  ///   - keep: gets every new token, and is waited for before anything else is sent.
  ///   - willProve: called right before the message that may spend the credentials.
  func signIn(
    _ machine: LoginStateMachine,
    browserIdentity: String?,
    keep: TokenKeeper,
    willProve: @Sendable () throws -> Void
  ) async throws -> Stop {
    let call: WireCall
    do {
      call = try machine.firstCall(profile: channel.profile, browserIdentity: browserIdentity)
    } catch {
      throw PronoteError.describing(error, step: FonctionParametres.name, host: school.host)
    }
    return try await run(machine, .call(call), keep: keep, willProve: willProve)
  }

  /// Runs a login on from any point. One request for every call that is left.
  func run(
    _ machine: LoginStateMachine,
    _ next: LoginStateMachine.Next,
    keep: TokenKeeper,
    willProve: @Sendable () throws -> Void = {}
  ) async throws -> Stop {
    var machine = machine
    var next = next
    while true {
      switch next {
      case .finished, .secondFactor: return Stop(next: next, machine: machine)
      case .keep(let token, let following):
        try await keep(token)
        next = following
      case .call(let call):
        if call.function == Authentification.name { try willProve() }
        let sent = machine
        let reply = try await exchange(call) { sent.prepare(&$0) }
        do {
          next = try machine.receive(reply, &channel)
        } catch {
          let described = PronoteError.describing(error, step: call.function, host: school.host)
          end = described as? PronoteError
          throw described
        }
      }
    }
  }

  /// A secret inside a payload: hexadecimal cipher text under the session key, whatever the session's flags.
  func seal(_ secret: String) -> String {
    channel.timeline.cipher.encrypt(text: secret)
  }

  /// The path of a file, sealed with the key in force.
  func filePath(id: String, name: String) -> String {
    PieceJointe.path(id: id, name: name, session: channel.session, cipher: channel.timeline.cipher)
  }

  /// Fetches something below the root through the session's browser, outside the numbered sequence.
  func fetch(_ path: String) async throws -> WebResponse {
    do {
      return try await browser.send(.get(try school.address(path)), limits: configuration.limits)
    } catch {
      throw PronoteError.describing(error, step: "download", host: school.host)
    }
  }

  private func exchange(
    _ call: WireCall,
    beforeOpening prepare: @Sendable (inout ClientChannel) -> Void = { _ in }
  ) async throws -> WireReply {
    try await enter()
    defer { leave() }
    if let end { throw end }
    do {
      try await recover()
      let sealed = try channel.seal(call)
      unanswered = sealed
      let response = try await post(sealed)
      unanswered = nil
      prepare(&channel)
      return try open(response, of: sealed)
    } catch {
      let described = PronoteError.describing(error, step: call.function, host: school.host)
      if let fatal = described as? PronoteError, Connection.endsSession(fatal) { end = fatal }
      throw described
    }
  }

  /// Gets the answer that is still owed from an earlier call, and drops it.
  private func recover() async throws {
    guard let owed = unanswered else { return }
    let response = try await post(owed)
    unanswered = nil
    do {
      _ = try open(response, of: owed)
    } catch is ServerRefusal {
      // That call failed; the sequence goes on. A refusal that ends the session shows itself at the next call.
    }
  }

  /// Posts a call; after a network failure posts the same bytes again, as the official client does.
  private func post(_ sealed: ClientChannel.Sealed) async throws -> WebResponse {
    let deadline = configuration.now() + configuration.deadline
    let request = WebRequest.post(
      try school.address(sealed.path),
      body: sealed.body,
      contentType: "application/json"
    )
    var attempt = 0
    while true {
      attempt += 1
      let left = deadline - configuration.now()
      guard left > .zero else {
        throw PronoteError(.timedOut, "no answer within \(configuration.deadline)")
      }
      do {
        var limits = configuration.limits
        limits.deadline = left
        return try await browser.send(request, limits: limits)
      } catch let error as WebError where Connection.isWorthRepeating(error) && attempt <= configuration.replays {
        try await configuration.sleep(min(configuration.replaySpacing, max(.zero, deadline - configuration.now())))
      }
    }
  }

  /// A failure of the network, of which nobody knows whether the call arrived.
  private static func isWorthRepeating(_ error: WebError) -> Bool {
    error.code == .unreachable || error.code == .connectionLost
  }

  private func open(_ response: WebResponse, of sealed: ClientChannel.Sealed) throws -> WireReply {
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

  /// Whether nothing more can be asked in this session.
  private static func endsSession(_ error: PronoteError) -> Bool {
    switch error.code {
    case .sessionExpired, .suspended, .rateLimited, .orderMismatch, .cipherFailure: true
    default: false
    }
  }

  // MARK: - One call at a time

  private func enter() async throws {
    guard let ticket = queue.enter() else { return }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          queue.wait(ticket, continuation)
        }
      }
    } onCancel: {
      Task { await self.abandon(ticket) }
    }
  }

  private func abandon(_ ticket: Int) {
    queue.abandon(ticket)
  }

  private func leave() {
    queue.leave()
  }
}
