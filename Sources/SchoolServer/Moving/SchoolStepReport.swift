public import SchoolModel

/// What became of a step of the script.
public struct SchoolStepReport: Sendable {
  /// How it ended.
  public enum Outcome: Sendable {
    /// It happened.
    case taken
    /// It had happened already in an earlier run with the same data file; nothing changed.
    case takenBefore
    /// It could not happen, with code `badChange`. Steps are tried out when the school starts, so that only what else
    /// changed meanwhile can get in their way.
    case failed(SchoolServerError)
  }

  /// Its place in the script; the first is 1.
  public var number: Int
  /// What it is.
  public var step: SchoolStep
  /// When it was due, on the school's wall clock.
  public var due: LocalDateTime
  /// How it ended.
  public var outcome: Outcome
}

extension SchoolStepReport: CustomStringConvertible {
  /// One line: `step 2, due 2026-11-26 10:15: taken`.
  public var description: String {
    let words =
      switch outcome {
      case .taken: "taken"
      case .takenBefore: "taken before, in another run with this data file"
      case .failed(let error): "not taken: \(error.message)"
      }
    return "step \(number), due \(due): \(words)"
  }
}
