import AccountVault
import PronoteWire
import SchoolModel
import WebSession

/// One session on the wire: one call at a time in the order of asking, with deadlines, replays and verification.
///
/// The protocol numbers every message, so a call whose answer did not arrive must not be forgotten: the next call first
/// asks for that answer again, byte for byte, which brings both ends back in step. That is why cancelling a call
/// leaves the session usable.
///
/// A session on a shelf belongs to all processes: each call takes the account's turn, reads how far the session is, writes
/// down what it is about to send, and after the answer that it came.
actor Connection {
  let browser: Browser
  let school: School
  let configuration: PronoteClient.Configuration
  private(set) var channel: ClientChannel
  /// The call whose answer is still owed.
  private var unanswered: ClientChannel.Sealed?
  /// Why the session is over.
  private var end: PronoteError?
  private var queue = CallQueue()
  private let refused: @Sendable (PronoteError) async -> Void
  /// Where the session waits between two calls; nil when it lives and dies with this process.
  private(set) var shelf: SessionShelf?
  /// The state that this connection is in step with.
  private var shelved: Secret<[UInt8]>?
  /// What stays throughout the session, to be kept with it.
  private var contents: SessionContents?
  /// Whether this process changed the contents and has not put them onto the shelf yet.
  private var hasNewContents = false
  /// Whether the answer that is owed did not come the second time either.
  private var isStuck = false
  /// Whether it was another program that ended the session.
  private(set) var isReplaced = false
  /// Whether the session was opened by an earlier login than one of this process.
  nonisolated let wasKept: Bool

  /// A connection of a new session, or of a kept one, which comes with its contents and from its shelf.
  ///
  /// - Parameter refused: called with what the server refuses, so that budgets know of it.
  init(
    browser: Browser,
    school: School,
    configuration: PronoteClient.Configuration,
    channel: ClientChannel,
    contents: SessionContents? = nil,
    shelf: SessionShelf? = nil,
    refused: @escaping @Sendable (PronoteError) async -> Void
  ) {
    self.browser = browser
    self.school = school
    self.configuration = configuration
    self.channel = channel
    self.contents = contents
    self.shelf = shelf
    self.refused = refused
    wasKept = shelf != nil
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
      guard let shelf else { return try await send(call, beforeOpening: prepare) { _ in } }
      return try await shelf.withTurn { try await self.send(call, in: $1, $0, shelf) }
    } catch is SessionShelf.Replaced {
      isReplaced = true
      let facts = PronoteError.Facts(step: call.function, host: school.host)
      let error = PronoteError(
        .sessionExpired,
        "another program has ended this session, or signed in anew",
        facts: facts
      )
      end = error
      throw error
    } catch {
      let described = PronoteError.describing(error, step: call.function, host: school.host)
      if let error = described as? PronoteError {
        await refused(error)
        if isOver(after: error) { end = shelf == nil ? error : Connection.over(after: error) }
      }
      throw described
    }
  }

  /// Why a session of a stored account is over from now on. What the server said then, a ban say, is the budgets' to
  /// remember: a renewal meets it there for as long as it holds.
  private static func over(after error: PronoteError) -> PronoteError {
    guard error.code != .sessionExpired else { return error }
    return PronoteError(.sessionExpired, "the session ended when \(error.message)", facts: error.facts)
  }

  /// Sends a call in a session from the shelf, and puts it back one call further; a session that is over is not put back.
  private func send(
    _ call: WireCall,
    in session: KeptSession,
    _ lease: AccountLease,
    _ shelf: SessionShelf
  ) async throws -> WireReply {
    var session = session
    do {
      try await adopt(session.state)
      return try await send(call, beforeOpening: { _ in }) { isAnswered in
        if isAnswered { session.used = shelf.now() }
        if hasNewContents, let contents { session.directory = Secret(try contents.bytes) }
        session.state = try await state()
        try await lease.keep(session)
        shelved = session.state
        hasNewContents = false
      }
    } catch {
      let described = PronoteError.describing(error, step: call.function, host: school.host)
      if let error = described as? PronoteError, isOver(after: error) { try? await lease.keep(nil) }
      throw described
    }
  }

  /// Sends a call, after what is owed.
  ///
  /// - Parameter note: called before the call is sent and after an answer came, so that both can be written down.
  private func send(
    _ call: WireCall,
    beforeOpening prepare: @Sendable (inout ClientChannel) -> Void,
    note: (_ isAnswered: Bool) async throws -> Void
  ) async throws -> WireReply {
    if try await recover() { try? await note(true) }
    let before = channel
    let sealed = try channel.seal(call)
    unanswered = sealed
    do {
      try await note(false)
    } catch {
      takeBack(to: before)
      throw error
    }
    switch await post(sealed) {
    case .answered(let response):
      unanswered = nil
      // If this cannot be written down, the next process asks for the answer once more; that is no reason to lose it.
      try? await note(true)
      prepare(&channel)
      return try open(response, of: sealed)
    case .unreadable(let error):
      unanswered = nil
      try? await note(true)
      throw error
    case .notSent(let error):
      takeBack(to: before)
      try? await note(false)
      throw error
    case .unknown(let error): throw error
    }
  }

  /// Nothing is owed, and the number of the call is free again.
  private func takeBack(to channel: ClientChannel) {
    self.channel = channel
    unanswered = nil
  }

  // MARK: - The shelf

  /// The session to be kept, now that a login opened it.
  func kept(_ outcome: LoginStateMachine.Outcome, login: Int, space: AccountSpace, username: String) async throws
    -> KeptSession
  {
    let contents = SessionContents(
      outcome,
      root: school.root,
      space: space.name,
      username: username,
      userAgent: browser.userAgent
    )
    self.contents = contents
    return KeptSession(
      login: login,
      opened: outcome.opened,
      used: outcome.opened,
      state: try await state(),
      directory: Secret(try contents.bytes)
    )
  }

  /// From now on this session waits on a shelf between two calls.
  func put(on shelf: SessionShelf) {
    self.shelf = shelf
  }

  /// What changes with every call, to be kept.
  private func state() async throws -> Secret<[UInt8]> {
    let state = SessionState(channel: channel.snapshot, cookies: await browser.cookies, owed: unanswered)
    return Secret(try state.bytes)
  }

  /// Takes fresh ids, which go onto the shelf with the next call.
  func replaceUser(_ user: ParametresUtilisateur.Response) {
    contents?.replaceUser(user)
    hasNewContents = contents != nil
  }

  /// Takes the session over as the last call of any process left it.
  private func adopt(_ bytes: Secret<[UInt8]>) async throws {
    guard bytes != shelved else { return }
    guard let state = try? SessionState(bytes.reveal()), let channel = ClientChannel(state.channel) else {
      throw PronoteError(.sessionExpired, "the kept session cannot be read")
    }
    self.channel = channel
    unanswered = state.owed
    await browser.replaceCookies(state.cookies)
    shelved = bytes
  }

  /// Forgets the session, here and on the shelf: the server has ended it, or was told to.
  func discard() async {
    end = end ?? PronoteError(.sessionExpired, "this session was signed out of", facts: .init(host: school.host))
    guard let shelf else { return }
    try? await shelf.withTurn { lease, _ in try await lease.keep(nil) }
  }

  /// Gets the answer that is still owed from an earlier call, and drops it. Returns whether there was one.
  private func recover() async throws -> Bool {
    guard let owed = unanswered else { return false }
    switch await post(owed) {
    case .answered(let response):
      unanswered = nil
      do {
        _ = try open(response, of: owed)
      } catch is ServerRefusal {
        // That call failed; the sequence goes on. A refusal that ends the session shows itself at the next call.
      } catch {
        let described = PronoteError.describing(error, step: owed.function, host: school.host)
        if let fatal = described as? PronoteError, Connection.endsSession(fatal) { throw error }
      }
    case .unreadable: unanswered = nil
    case .notSent(let error): throw error
    case .unknown(let error):
      // The next process would only wait for the same answer: a kept session is given up, not waited for for ever.
      isStuck = shelf != nil && Connection.isSilence(error)
      var described = PronoteError.describing(error, step: owed.function, host: school.host)
      if var error = described as? PronoteError, isStuck {
        error.message +=
          "; the answer to an earlier call did not come the second time either, and the session is given up"
        described = error
      }
      throw described
    }
    return true
  }

  private func isOver(after error: PronoteError) -> Bool { isStuck || Connection.endsSession(error) }

  /// Whether nothing more can be asked in this session.
  private static func endsSession(_ error: PronoteError) -> Bool {
    switch error.code {
    // A web server in front that counts requests knows nothing of sessions.
    case .rateLimited: error.facts.httpStatus != 429
    case .sessionExpired, .suspended, .orderMismatch, .cipherFailure: true
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
