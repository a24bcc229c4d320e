/// What is particular to an outing.
package struct OutingRecord: Hashable, Sendable {
  /// Its title: `Visite du musée`.
  package var title: String
  /// Who accompanies, as labels.
  package var companions: [String]
  /// What takes part: `Classe`.
  package var audienceKind: String
  /// Who takes part: `3A`.
  package var audience: String
}
