/// What happens at a school while it runs.
///
/// Give it to a school as ``SchoolServerConfiguration/script``. What is due already when the school starts has happened by
/// then; of what is due later the first request from that moment on sees the effect. Every step is tried out when the
/// school starts, so that a mistake shows at once. A data file remembers which steps it has seen: with the same file and
/// the same script, nothing happens twice.
public struct SchoolScript: Sendable, Hashable {
  /// The steps, in any order. Those that are due at the same moment happen in the order in which they stand here.
  public var steps: [SchoolStep]

  /// A script of these steps.
  public init(steps: [SchoolStep] = []) {
    self.steps = steps
  }

  /// Reads a script from JSON: `{"steps":[{"at":"2026-11-26T10:15","grade":{…}},…]}`.
  ///
  /// Every step has `at`, a time on the school's wall clock as `2026-11-26T10:15` with or without seconds, or `after`, a
  /// number of seconds or an ISO 8601 duration such as `PT30S` from the start of the school; and one change:
  ///
  /// | key | value; what stands in brackets may be left out |
  /// |---|---|
  /// | `grade` | `student`, `subject`, `value`, [`scale`, `coefficient`, `title`, `remark`, `date`] |
  /// | `changeGrade` | `student`, `subject`, `title`, and some of [`value`, `coefficient`, `remark`] |
  /// | `removeGrade` | `student`, `subject`, `title` |
  /// | `homework` | `student`, `subject`, `due`, `text`, [`given`, `minutes`] |
  /// | `cancelLesson` | `student`, `date`, `start`, [`status`] |
  /// | `moveLesson` | `student`, `date`, `start`, `to`, [`room`] |
  /// | `changeRoom` | `student`, `date`, `start`, `room` |
  /// | `absence` | `student`, `from`, [`to`, `reason`] |
  /// | `news` | `title`, `text`, [`acknowledge`] |
  ///
  /// - Parameter json: the text in UTF-8.
  /// - Throws: ``SchoolServerError`` with code `badScript`, which names the step and what is wrong with it. Whether the
  ///   school has the people, subjects and lessons shows when it is started.
  public init(parsing json: [UInt8]) throws {
    steps = try ScriptReader(json).steps()
  }

  /// The names of the changes in the text of a script.
  package static var changeNames: [String] { ScriptReader.changes.keys.sorted() }
}
