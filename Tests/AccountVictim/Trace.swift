import AccountVault
import Foundation
import Synchronization
import WebSession

/// Writes down how far this process came, in a file that outlives it, and ends it at one point.
final class Trace: Sendable {
  private let file: Int32
  private let lethalPoint: String?
  /// The newest login of this process, and the generation that is stored; nil before there was one.
  private let login = Mutex<(number: Int, generation: Int)?>(nil)
  /// How many calls were written ahead in kept sessions.
  private let calls = Mutex(0)

  init(path: String, lethalPoint: String?) throws {
    self.lethalPoint = lethalPoint
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Writes a line.
  func write(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = Foundation.write(file, bytes, bytes.count)
  }

  /// Comes to a point.
  func reach(_ point: String) {
    write(point)
    guard point == lethalPoint else { return }
    kill(getpid(), SIGKILL)
    // The signal is on its way; nothing more may happen.
    while true { pause() }
  }

  /// Comes to a stage of storing something. What is stored tells which step of the journal it is, or which of a call.
  func reach(_ stage: WritingStage, of written: FileCredentialStore.Written) {
    switch written {
    case .account(let account): reach(stage, of: account)
    case .session(let session): reach(stage, of: session)
    }
  }

  private func reach(_ stage: WritingStage, of account: StoredAccount) {
    let journal = account.journal
    let step = login.withLock { login in
      defer { if stage == .done { login = (journal.logins, journal.generation) } }
      guard let login, login.number == journal.logins else { return "begin" }
      if journal.generation > login.generation { return "rotate" }
      return journal.state == .ready ? "finish" : "abandon"
    }
    if step == "rotate", stage == .done { write("generation \(journal.generation)") }
    reach("\(step).\(stage.rawValue)")
  }

  /// A session is written when a login opened it (`kept`), before each of its calls (`ahead`) and after each answer
  /// (`answered`). Calls are counted.
  private func reach(_ stage: WritingStage, of session: KeptSession) {
    struct State: Decodable {
      struct Channel: Decodable { var nextOrder: Int }
      struct Owed: Decodable { var order: Int }
      var channel: Channel
      var owed: Owed?
    }
    guard let state = try? JSONDecoder().decode(State.self, from: Data(session.state.reveal())) else { return }
    let name = calls.withLock { calls in
      guard let owed = state.owed else { return calls == 0 ? "kept" : "answered\(calls)" }
      if stage == .created { calls += 1 }
      if stage == .done { write("order \(owed.order)") }
      return "ahead\(calls)"
    }
    reach("\(name).\(stage.rawValue)")
  }
}
