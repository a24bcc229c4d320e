/// A subject of a report card.
package struct ReportServiceRecord: Hashable, Sendable {
  /// The averages.
  package var averages: ServiceAverageRecord
  /// The teachers as `Mme MOREAU C.`.
  package var teachers: [String]
  /// The teacher's remark; may be empty.
  package var appreciation: String
}
