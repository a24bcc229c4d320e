package import SchoolModel

/// A grading period.
package struct PeriodRecord: Hashable, Sendable {
  /// The key, 1 for `Trimestre 1`.
  package var key: Int64
  /// `Trimestre 1`.
  package var name: String
  /// Term, half-year, year or other; the raw value is the wire's `G` in `ListePeriodes`.
  package var kind: GradingPeriod.Kind
  /// The first day.
  package var start: LocalDate
  /// The last day.
  package var end: LocalDate
}
