import SchoolModel

/// The pages of the spaces and their numbers (session document 2.1).
struct SpaceNumber: Sendable {
  let space: AccountSpace
  let name: String
  let desktop: Int
  let mobile: Int?

  static let all: [SpaceNumber] = [
    SpaceNumber(space: .management, name: "Espace Direction", desktop: 16, mobile: 17),
    SpaceNumber(space: .teacher, name: "Espace Professeurs", desktop: 1, mobile: 8),
    SpaceNumber(space: .staff, name: "Espace Vie scolaire", desktop: 13, mobile: 14),
    SpaceNumber(space: .parent, name: "Espace Parents", desktop: 2, mobile: 7),
    SpaceNumber(space: .assistant, name: "Espace Accompagnants", desktop: 25, mobile: 26),
    SpaceNumber(space: .student, name: "Espace Élèves", desktop: 3, mobile: 6),
    SpaceNumber(space: .company, name: "Espace Entreprise", desktop: 4, mobile: 39),
    SpaceNumber(space: .authority, name: "Espace Académie", desktop: 5, mobile: nil),
    SpaceNumber(space: .enrolment, name: "Espace Inscription", desktop: 18, mobile: nil),
    SpaceNumber(space: .tutor, name: "Espace Tuteurs", desktop: 29, mobile: 30),
  ]

  /// The space of a page such as `eleve.html` or `mobile.eleve.html`, with the number that this page has.
  static func page(_ name: String) -> (space: SpaceNumber, number: Int, isMobile: Bool)? {
    let name = name.lowercased()
    guard name.hasSuffix(".html") else { return nil }
    for space in all {
      if name == "\(space.space.rawValue).html" { return (space, space.desktop, false) }
      if let mobile = space.mobile, name == "mobile.\(space.space.rawValue).html" { return (space, mobile, true) }
    }
    return nil
  }
}
