/// What a lesson was spent on. The raw value is the wire's `G` (functions document, 10.3).
package enum ContentCategory: Int, Sendable, Hashable, CaseIterable {
  /// Nothing chosen.
  case none = 0
  /// A lesson.
  case lesson = 1
  /// A correction.
  case correction = 2
  /// A test in class.
  case classTest = 3
  /// An oral test.
  case oralTest = 4
  /// Exercises.
  case tutorial = 5
  /// Practical work.
  case practical = 6
  /// An evaluation of skills.
  case evaluation = 7
  /// A video conference.
  case videoConference = 12

  /// The label that the school shows; empty for ``none``.
  package var label: String {
    switch self {
    case .none: ""
    case .lesson: "Cours"
    case .correction: "Correction"
    case .classTest: "Devoir sur table"
    case .oralTest: "Interrogation orale"
    case .tutorial: "Travaux dirigés"
    case .practical: "Travaux pratiques"
    case .evaluation: "Évaluation de compétences"
    case .videoConference: "Visioconférence"
    }
  }

  /// The short text in the timetable (`libelleIcone`): `DS` for a test, otherwise empty.
  package var iconLabel: String {
    switch self {
    case .classTest: "DS"
    case .evaluation: "Éval"
    default: ""
    }
  }
}
