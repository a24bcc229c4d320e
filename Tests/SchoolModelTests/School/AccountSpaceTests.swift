import SchoolModel
import Testing

@Suite struct `The space of an account` {
  @Test(arguments: [
    ("student", "eleve"), ("eleve", "eleve"), ("ELEVE", "eleve"), ("mobile.eleve.html", "eleve"),
    ("eleve.html", "eleve"),
    ("Parent", "parent"), ("teacher", "professeur"), ("staff", "viescolaire"), ("management", "direction"),
    ("assistant", "accompagnant"), ("company", "entreprise"), ("authority", "academie"), ("enrolment", "inscription"),
    ("mobile.tuteur.html", "tuteur"),
  ])
  func `is found by name or page`(text: String, page: String) {
    #expect(AccountSpace(named: text)?.rawValue == page)
  }

  @Test(arguments: ["", "pupil", ".html", "mobile.", "élève", "eleve.htm"]) func `is none otherwise`(text: String) {
    #expect(AccountSpace(named: text) == nil)
  }

  @Test func `has a name in English`() {
    #expect(AccountSpace.all.count == 10)
    for space in AccountSpace.all {
      #expect(AccountSpace(named: space.name) == space)
      #expect(space.description == space.name)
    }
    #expect(AccountSpace(rawValue: "mairie").name == "mairie")
  }
}
