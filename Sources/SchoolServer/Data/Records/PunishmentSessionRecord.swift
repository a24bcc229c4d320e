package import SchoolModel

/// A date on which a punishment is done.
package struct PunishmentSessionRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The day.
  package var date: LocalDate
  /// The slot of the day.
  package var slot: Int
  /// Its length in minutes.
  package var minutes: Int
}
