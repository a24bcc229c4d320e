package import SchoolModel

/// A vacation or a public holiday.
package struct HolidayRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// Name, first and last day.
  package var holiday: Holiday
}
