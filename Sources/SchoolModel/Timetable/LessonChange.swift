/// How a lesson differs from the usual timetable. An open set.
///
/// Only ``cancelled`` is transmitted as a fact of its own; the others are read from the school's words
/// (`Lesson.status`), and words that are not known give ``other``.
public struct LessonChange: RawRepresentable, Hashable, Sendable {
  /// The value that stands for it in texts or on the wire.
  public let rawValue: String

  /// What a value stands for, with or without a constant here.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// It does not take place.
  public static let cancelled = LessonChange(rawValue: "cancelled")
  /// It takes place at another time than usual; or, on a cancelled lesson, was moved elsewhere.
  public static let moved = LessonChange(rawValue: "moved")
  /// It takes place in another room.
  public static let roomChanged = LessonChange(rawValue: "roomChanged")
  /// Somebody else teaches it.
  public static let substituted = LessonChange(rawValue: "substituted")
  /// It was added to the usual timetable.
  public static let added = LessonChange(rawValue: "added")
  /// Something else changed; the status says what.
  public static let other = LessonChange(rawValue: "other")
}

extension LessonChange: CustomStringConvertible {
  /// The raw value.
  public var description: String { rawValue }
}
