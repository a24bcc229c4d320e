/// A level of mastery of a skill (`ListeNiveauxDAcquisitions`).
package struct SkillLevelRecord: Hashable, Sendable {
  /// The wire's `G`, 1 to 10; also the key.
  package var code: Int
  /// `Très bonne maîtrise`.
  package var label: String
  /// `A+`.
  package var abbreviation: String
  /// The colour, `#RRGGBB`.
  package var color: String
  /// The weight as text as on the wire: `50`, or `|1` for an absence.
  package var weight: String

  /// Every level, best first.
  package static let all: [SkillLevelRecord] = [
    SkillLevelRecord(code: 1, label: "Très bonne maîtrise", abbreviation: "A+", color: "#0B7A3B", weight: "50"),
    SkillLevelRecord(code: 2, label: "Maîtrise satisfaisante", abbreviation: "A", color: "#4CB564", weight: "40"),
    SkillLevelRecord(code: 3, label: "Presque maîtrisé", abbreviation: "B", color: "#AFDB2E", weight: "33"),
    SkillLevelRecord(code: 4, label: "Maîtrise fragile", abbreviation: "C", color: "#FFD60A", weight: "25"),
    SkillLevelRecord(code: 5, label: "Début de maîtrise", abbreviation: "D", color: "#FB8B1E", weight: "18"),
    SkillLevelRecord(code: 6, label: "Maîtrise insuffisante", abbreviation: "E", color: "#EE1C25", weight: "10"),
    SkillLevelRecord(code: 7, label: "Absent", abbreviation: "Abs", color: "#FFFFFF", weight: "|1"),
    SkillLevelRecord(code: 8, label: "Non évalué", abbreviation: "Ne", color: "#FFFFFF", weight: "|3"),
    SkillLevelRecord(code: 9, label: "Dispensé", abbreviation: "Dsp", color: "#FFFFFF", weight: "|2"),
    SkillLevelRecord(code: 10, label: "Non rendu", abbreviation: "Nr", color: "#FFFFFF", weight: "|5"),
  ]
}
