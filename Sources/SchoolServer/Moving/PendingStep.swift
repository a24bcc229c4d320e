import Foundation
import SchoolModel

/// A step that was not taken yet.
struct PendingStep: Sendable {
  /// Its place in the script; the first is 1.
  let number: Int
  let step: SchoolStep
  /// When it is due, by the school's clock and on its wall.
  let instant: Date
  let due: LocalDateTime
  /// How many steps before it in the script read the same.
  let occurrence: Int

  /// What a data file knows the step by.
  var identity: String { Self.identity(of: step) }

  private static func identity(of step: SchoolStep) -> String { "\(step)" }

  /// The steps of a script in the order in which they are due.
  static func all(of script: SchoolScript, time: SchoolTime) -> [PendingStep] {
    let start = time.clock.now
    var seen: [String: Int] = [:]
    let steps = script.steps.enumerated().map { index, step in
      let instant =
        switch step.moment {
        case .at(let moment): time.instant(of: moment)
        case .after(let duration): start.addingTimeInterval(duration / .seconds(1))
        }
      let due =
        switch step.moment {
        case .at(let moment): moment
        case .after: time.shown(at: instant)
        }
      let identity = identity(of: step)
      defer { seen[identity, default: 0] += 1 }
      return PendingStep(
        number: index + 1,
        step: step,
        instant: instant,
        due: due,
        occurrence: seen[identity, default: 0]
      )
    }
    return steps.sorted { ($0.instant, $0.number) < ($1.instant, $1.number) }
  }
}
