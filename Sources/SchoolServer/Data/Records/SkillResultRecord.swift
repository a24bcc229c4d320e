/// The level that a student reached in one skill of an evaluation.
package struct SkillResultRecord: Hashable, Sendable {
  /// The key of the result.
  package var key: Int64
  /// The level.
  package var level: SkillLevelRecord
  /// The order within the evaluation, from 1.
  package var order: Int
  /// The domain.
  package var domain: Reference
  /// The item of the domain; nil when the domain itself was evaluated.
  package var item: Reference?
  /// The pillar of the common core.
  package var pillar: Reference
  /// The pillar's prefixes, comma-separated: `D1.1, D2`.
  package var pillarPrefixes: String
}
