import Foundation
import SchoolModel
import Synchronization

/// Takes the steps of a script when they are due. There is no timer: whoever answers a request asks first.
final class ScriptPlayer: Sendable {
  private let database: SchoolDatabase
  private let time: SchoolTime
  private let observer: (@Sendable (SchoolStepReport) -> Void)?
  /// The steps that were not taken yet, the next one last.
  private let pending: Mutex<[PendingStep]>

  /// Tries every step out, so that a mistake shows at once, and takes those that are due.
  ///
  /// - Throws: ``SchoolServerError`` with code `badScript`.
  init(
    _ script: SchoolScript?,
    database: SchoolDatabase,
    time: SchoolTime,
    observer: (@Sendable (SchoolStepReport) -> Void)?
  ) throws {
    self.database = database
    self.time = time
    self.observer = observer
    let steps = PendingStep.all(of: script ?? SchoolScript(), time: time)
    if !steps.isEmpty { try database.rehearse(steps) }
    pending = Mutex(steps.reversed())
    takeDueSteps()
  }

  /// Takes every step whose moment has come.
  func takeDueSteps() {
    // Whoever comes while steps are being taken waits, and sees what they changed.
    pending.withLock { pending in
      guard !pending.isEmpty else { return }
      let now = time.clock.now
      while let next = pending.last, next.instant <= now {
        pending.removeLast()
        take(next)
      }
    }
  }

  private func take(_ pending: PendingStep) {
    let outcome: SchoolStepReport.Outcome
    do {
      outcome = try database.take(pending) ? .taken : .takenBefore
    } catch {
      outcome = .failed(SchoolServerError(.badChange, (error as? ChangeProblem)?.message ?? "\(error)"))
    }
    observer?(SchoolStepReport(number: pending.number, step: pending.step, due: pending.due, outcome: outcome))
  }
}
