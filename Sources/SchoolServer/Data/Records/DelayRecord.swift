package import SchoolModel

/// A late arrival.
package struct DelayRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// When the lesson started.
  package var date: LocalDateTime
  /// How late, in minutes.
  package var minutes: Int
  /// Whether it was excused.
  package var isExcused: Bool
  /// Whether the school settled it.
  package var isSettled: Bool
  /// The excuse; may be empty.
  package var excuse: String
  /// Whether the guardians still have to give a reason.
  package var needsReason: Bool
  /// The reason; nil when it is not known yet.
  package var reason: String?
}
