/// What an entry of a timetable is. An open set: newer servers may send kinds that have no constant here.
public struct LessonKind: RawRepresentable, Hashable, Sendable {
  /// The value that stands for it in texts or on the wire.
  public let rawValue: String

  /// What a value stands for, with or without a constant here.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// An ordinary lesson ("cours").
  public static let lesson = LessonKind(rawValue: "lesson")
  /// A class council ("conseil de classe").
  public static let council = LessonKind(rawValue: "council")
  /// A detention ("retenue").
  public static let detention = LessonKind(rawValue: "detention")
  /// An outing ("sortie pédagogique").
  public static let outing = LessonKind(rawValue: "outing")
}

extension LessonKind: CustomStringConvertible {
  /// The raw value.
  public var description: String { rawValue }
}
