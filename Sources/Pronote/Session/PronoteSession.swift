import PronoteWire
public import SchoolModel
import WebSession

/// A signed-in session.
///
/// Calls run one at a time in the order in which they were asked for, each with a deadline. Cancelling one leaves the
/// session usable. Children are values that are passed to each read; there is no current child.
///
/// A session dies after some minutes without calls; ``keepAlive()`` prevents that. One of a stored account is kept in its
/// vault: it goes on in the next process (``PronoteClient/openSession(of:in:isFresh:isUnattended:)``), several processes take
/// turns in it, and when the school has ended it, a login follows within the call that found out.
public actor PronoteSession {
  /// The space that the account opened.
  public nonisolated let space: AccountSpace

  /// The name that the account signed in with.
  public nonisolated let username: String

  let school: School
  private let login: Login
  /// What the server recognises this browser by: hand it to the next login.
  public nonisolated let browserIdentity: String?
  private var connection: Connection
  private(set) var directory: AccountDirectory
  /// The renewal that is going on.
  private var renewal: Task<Void, any Error>?

  /// The session of a login that came to its end, once everybody who waits for that knows.
  static func open(
    login: Login,
    connection: Connection,
    outcome: LoginStateMachine.Outcome
  ) async throws -> PronoteSession {
    try await login.opened(connection, outcome)
    return PronoteSession(login: login, connection: connection, outcome: outcome)
  }

  /// A session that is open: of a login, or kept from an earlier process.
  init(login: Login, connection: Connection, outcome: LoginStateMachine.Outcome) {
    space = login.space
    username = login.credentials.username
    school = login.school
    self.login = login
    browserIdentity = outcome.browserIdentity
    self.connection = connection
    directory = AccountDirectory(outcome: outcome, school: login.school)
  }

  /// The name of the account's owner, as the school writes it.
  public var displayName: String { directory.displayName }

  /// The students that this account is about: its owner, or the children of a parent. Empty for staff and teachers.
  public var students: [Student] { directory.students }

  /// What the school says about itself. No request.
  public var profile: SchoolProfile { directory.profile }

  /// The day that it is at the school, by the clock that the server showed when the session was opened. No request.
  public var today: LocalDate { directory.today(at: login.client.configuration.date()) }

  /// Whether the server is of a later year than any that this library was made for. It is then spoken to in the newest
  /// dialect, which may or may not do. No request.
  public var isServerNewerThanKnown: Bool {
    ServerVersion(directory.profile.version).map(WireProfile.isNewerThanKnown) ?? false
  }

  /// All grading periods of the year. No request.
  public var gradingPeriods: [GradingPeriod] { directory.profile.periods }

  /// The grading periods that a student's grades are counted in. No request.
  public func periods(for student: Student) -> [GradingPeriod] {
    directory.periods(for: student)
  }

  /// The grading period that the school opens a student's grades with. No request.
  public func currentPeriod(for student: Student) -> GradingPeriod? {
    directory.currentPeriod(for: student)
  }

  /// Tells the server that somebody is still there. One request. The official client does it every two minutes.
  ///
  /// - Throws: ``PronoteError``, `sessionExpired` when it is too late.
  public func keepAlive() async throws {
    if await connection.profile.keepsAliveWithPresence {
      _ = try await connection.call(Presence.self, NoPayload(), tab: Tab.home, member: directory.defaultMember)
    } else {
      _ = try await connection.call(Navigation.self, .init(), tab: Tab.home, member: directory.defaultMember)
    }
  }

  /// Leaves. One request; failures do not matter, the session ends either way, and is no longer kept.
  public func signOut() async {
    _ = try? await connection.call(SaisieDeconnexion.self, NoPayload())
    await connection.discard()
  }

  /// How often a session may be replaced within one call: several programs that keep signing in end each other's sessions.
  private static let mostRenewals = 5

  /// Calls a function whose request depends on ids of this session.
  ///
  /// Ids die with the session: `request` is asked again after they were refreshed (errors 20 and 22, once) and after
  /// the session was replaced. That of a stored account is, and any other only if configured.
  func read<Function: RemoteFunction>(
    _ function: Function.Type,
    tab: Int,
    student: Student?,
    request: @Sendable (AccountDirectory) throws -> Function.Request
  ) async throws -> Function.Response {
    var renewals = 0
    var (needsRefresh, hasRefreshed) = (false, false)
    var hasSignedIn = false
    while true {
      let used = connection
      do {
        if needsRefresh { try await refresh() }
        needsRefresh = false
        return try await attempt(function, tab: tab, student: student, request: request)
      } catch let error as PronoteError {
        needsRefresh = error.code == .objectExpired && !hasRefreshed
        if needsRefresh {
          hasRefreshed = true
        } else if isOver(after: error, used), renewals < PronoteSession.mostRenewals {
          // A session of its own that the school ends at once is not worth another login; one that another program
          // ended says nothing about the school.
          let isReplaced = await used.isReplaced
          guard isReplaced || !hasSignedIn else { throw error }
          renewals += 1
          try await renew(after: used)
          hasSignedIn = hasSignedIn || !isReplaced && !connection.wasKept
        } else {
          throw error
        }
      }
    }
  }

  /// Whether an error means that the session is over, and another one may take its place.
  private func isOver(after error: PronoteError, _ used: Connection) -> Bool {
    guard login.renew != nil else {
      return error.code == .sessionExpired && login.client.configuration.renewsExpiredSessions
    }
    switch error.code {
    case .sessionExpired, .orderMismatch: return true
    // Ids that are still unknown after they were refreshed, or a key that another session has by now.
    case .objectExpired, .cipherFailure: return used.wasKept
    default: return false
    }
  }

  private func attempt<Function: RemoteFunction>(
    _ function: Function.Type,
    tab: Int,
    student: Student?,
    request: @Sendable (AccountDirectory) throws -> Function.Request
  ) async throws -> Function.Response {
    guard directory.has(tab) else {
      throw PronoteError(
        .notPublished,
        "the school does not show this page to this account",
        facts: .init(step: Function.name, host: school.host)
      )
    }
    let member = try student.flatMap { try directory.member(for: $0) } ?? directory.defaultMember
    return try await connection.call(function, try request(directory), tab: tab, member: member)
  }

  /// Asks for the ids of this session once more. One request.
  private func refresh() async throws {
    let user = try await connection.call(ParametresUtilisateur.self, NoPayload())
    directory.replaceUser(user)
    await connection.replaceUser(user)
  }

  /// Signs in again, unless somebody already did since `expired` was in use, in this process or another. Five requests, or
  /// none.
  ///
  /// Calls that find the session expired while another one renews it wait for that renewal.
  private func renew(after expired: Connection) async throws {
    guard connection === expired else { return }
    if let renewal { return try await renewal.value }
    let task = Task { try await replaceConnection() }
    renewal = task
    defer { renewal = nil }
    try await task.value
  }

  private func replaceConnection() async throws {
    guard login.renew != nil || !login.credentials.isSpentByLogin else {
      throw PronoteError(.sessionExpired, "the session is over, and its token was spent by signing in")
    }
    let result = if let renew = login.renew { try await renew(connection) } else { try await login.run() }
    switch result {
    case .finished(let connection, let outcome):
      self.connection = connection
      directory = AccountDirectory(outcome: outcome, school: school)
    case .secondFactor(let pending):
      await pending.cancel()
      throw PronoteError(
        .needsSecondFactor,
        "the session is over, and a new one needs a person: "
          + pending.steps.map(\.description).joined(separator: ", ")
      )
    }
  }

  /// The bytes of a file that this session listed. One request.
  ///
  /// - Throws: ``PronoteError``: `objectExpired` for an attachment of another session, `unavailable` when the server
  ///   does not give it out.
  public func download(_ attachment: Attachment) async throws -> [UInt8] {
    guard let id = attachment.sessionID else {
      throw PronoteError(
        .objectExpired,
        "this attachment is no file of this session",
        facts: .init(step: "download", host: school.host)
      )
    }
    let path = await connection.filePath(id: id, name: attachment.name)
    let response = try await connection.fetch(path)
    guard response.status == 200 else {
      throw PronoteError(
        refusing: response,
        "the server does not give out this file, status \(response.status)",
        facts: .init(step: "download", host: school.host, httpStatus: response.status)
      )
    }
    return response.body
  }
}

extension PronoteSession: CustomReflectable {
  /// The space, and none of the keys and ids that a session is made of.
  public nonisolated var customMirror: Mirror { Mirror(self, children: ["space": space]) }
}
