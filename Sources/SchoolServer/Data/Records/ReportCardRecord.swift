/// A student's report card for one period.
package struct ReportCardRecord: Hashable, Sendable {
  /// A remark under the report card.
  package struct Appreciation: Hashable, Sendable {
    /// The wire's `G`: 0 general, 1 class council, 7 head of school life.
    package var code: Int
    /// Its heading.
    package var heading: String
    /// The text; may be empty.
    package var text: String
  }

  /// The period.
  package var period: PeriodRecord
  /// Why there is none, in the school's words; nil when it is published.
  package var message: String?
  /// The subjects; empty unless it is published.
  package var services: [ReportServiceRecord]
  /// The student's overall average.
  package var average: String?
  /// The class's overall average.
  package var classAverage: String?
  /// The general remarks.
  package var appreciations: [Appreciation]
  /// Whether it is published.
  package var isPublished: Bool { message == nil }
}
