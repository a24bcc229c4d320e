/// A support plan of a student ("projet d'accompagnement").
package struct SupportPlanRecord: Hashable, Sendable {
  /// The kind of plan: `PAP`, `PPS`.
  package var kind: String
  /// What it is for: `Dyslexie`.
  package var condition: String
}
