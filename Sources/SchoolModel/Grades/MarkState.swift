/// Why a mark is not a number. An open set: a code or word without a constant keeps its own text.
///
/// Source: functions document 1.7.
public struct MarkState: RawRepresentable, Hashable, Sendable {
  /// The value that stands for it in texts or on the wire.
  public let rawValue: String

  /// What a value stands for, with or without a constant here.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Absent ("absent", code 1).
  public static let absent = MarkState(rawValue: "absent")
  /// Exempted ("dispensé", code 2).
  public static let exempted = MarkState(rawValue: "exempted")
  /// Not graded ("non noté", code 3).
  public static let notGraded = MarkState(rawValue: "notGraded")
  /// Unfit ("inapte", code 4).
  public static let unfit = MarkState(rawValue: "unfit")
  /// Not handed in ("non rendu", code 5).
  public static let notHandedIn = MarkState(rawValue: "notHandedIn")
  /// Absent, and zero points count (code 6).
  public static let absentCountedZero = MarkState(rawValue: "absentCountedZero")
  /// Not handed in, and zero points count (code 7).
  public static let notHandedInCountedZero = MarkState(rawValue: "notHandedInCountedZero")
  /// Congratulations ("félicitations", code 8).
  public static let congratulations = MarkState(rawValue: "congratulations")
  /// Nothing was entered.
  public static let empty = MarkState(rawValue: "empty")
}

extension MarkState: CustomStringConvertible {
  /// The raw value.
  public var description: String { rawValue }
}
