/// What an entry of a timetable is. An open set: newer servers may send kinds that have no constant here.
public struct LessonKind: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

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
  public var description: String { rawValue }
}
