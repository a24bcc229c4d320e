import AccountVault
import Foundation
import Synchronization

/// Writes down how far this process came, in a file that outlives it, and ends it at one point.
final class Trace: Sendable {
  private let file: Int32
  private let lethalPoint: String?
  /// The generation that the login of this process began with; nil before it began.
  private let generation = Mutex<Int?>(nil)

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

  /// Another login is about to begin.
  func expectLogin() {
    generation.withLock { $0 = nil }
  }

  /// Comes to a stage of storing an account. What is stored tells which step of the journal it is.
  func reach(_ stage: WritingStage, of account: StoredAccount) {
    let step = generation.withLock { known in
      defer { if stage == .done { known = account.journal.generation } }
      if let known, account.journal.generation > known { return "rotate" }
      switch account.journal.state {
      case .ready: return "finish"
      case .loginStarted: return "begin"
      default: return "abandon"
      }
    }
    if step == "rotate", stage == .done { write("generation \(account.journal.generation)") }
    reach("\(step).\(stage.rawValue)")
  }
}
