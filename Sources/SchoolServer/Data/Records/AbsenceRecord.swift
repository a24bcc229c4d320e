package import SchoolModel

/// An absence.
package struct AbsenceRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// When it started.
  package var start: LocalDateTime
  /// When it ended; nil while it is open.
  package var end: LocalDateTime?
  /// Whether it was excused.
  package var isExcused: Bool
  /// Whether it has not ended yet.
  package var isOpen: Bool
  /// Whether the school settled it.
  package var isSettled: Bool
  /// The hours of lessons missed: `2h30`.
  package var hours: String
  /// The days missed, in half days: `0,5` is 0.5.
  package var days: Double
  /// Whether the guardians still have to give a reason.
  package var needsReason: Bool
  /// The reason; nil when it is not known yet.
  package var reason: String?
}
