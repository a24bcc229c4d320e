import GRDB
import SchoolModel

extension SchoolGenerator {
  private static let functions: [(name: String, label: String)] = [
    ("principal", "Principal"), ("deputy", "Principal adjoint"), ("cpe", "CPE"), ("cpe2", "CPE"),
    ("nurse", "Infirmier"), ("librarian", "Documentaliste"), ("secretary", "Secrétaire"),
    ("bursar", "Gestionnaire"), ("supervisor", "Assistant d'éducation"), ("aesh", "AESH"),
    ("inspector", "Inspection académique"),
  ]

  /// Teachers, staff and the tutor of a company.
  mutating func makeColleagues() throws {
    var random = random("colleagues")
    var names = random.shuffled(PersonNames.last)
    func name(_ random: inout SeededGenerator) -> (civility: String, last: String, first: String) {
      let isFemale = random.chance(58)
      let first = random.pick(isFemale ? PersonNames.adultFemale : PersonNames.adultMale)
      return (isFemale ? "Mme" : "M.", names.removeLast(), first)
    }
    let writer = try personWriter()
    for subject in SubjectPlan.all {
      for _ in 0..<subject.teacherCount {
        let person = name(&random)
        colleagues.append(
          PlannedColleague(
            key: nextPersonKey,
            civility: person.civility,
            lastName: person.last,
            firstName: person.first,
            subjectKey: subject.key,
            function: nil
          )
        )
        try writeAdult(
          writer,
          &random,
          kind: .teacher,
          civility: person.civility,
          last: person.last,
          first: person.first,
          acceptsDiscussions: random.chance(90)
        )
      }
    }
    for (index, function) in SchoolGenerator.functions.enumerated() {
      let person = name(&random)
      let key = nextPersonKey
      colleagues.append(
        PlannedColleague(
          key: key,
          civility: person.civility,
          lastName: person.last,
          firstName: person.first,
          subjectKey: nil,
          function: function.name
        )
      )
      try writeAdult(
        writer,
        &random,
        kind: .staff,
        civility: person.civility,
        last: person.last,
        first: person.first,
        acceptsDiscussions: function.name != "inspector",
        function: Reference(key: Int64(index + 1), label: function.label)
      )
    }
    let tutor = name(&random)
    cast.tutor = nextPersonKey
    try writeAdult(
      writer,
      &random,
      kind: .tutor,
      civility: tutor.civility,
      last: tutor.last,
      first: tutor.first,
      acceptsDiscussions: false
    )
  }

  /// The insertion into the table of people.
  func personWriter() throws -> RowWriter {
    try RowWriter(
      db,
      "person",
      """
      key kind civility lastName firstName middleNames sex functionKey functionName email phonePrefix phone landline \
      address postcode city country acceptsDiscussions hasPhoto
      """
    )
  }

  /// Writes a grown-up and takes the next key.
  mutating func writeAdult(
    _ writer: RowWriter,
    _ random: inout SeededGenerator,
    kind: PersonKind,
    civility: String,
    last: String,
    first: String,
    acceptsDiscussions: Bool,
    function: Reference? = nil,
    home: Home? = nil
  ) throws {
    let home = home ?? Home(&random)
    let host = kind == .guardian ? "famille.example" : kind == .tutor ? "entreprise.example" : "trois-rivieres.example"
    try writer.insert(
      nextPersonKey,
      kind.rawValue,
      civility,
      last,
      first,
      "",
      civility == "Mme" ? "F" : "M",
      function?.key,
      function?.label,
      mailAddress(first, last, host: host),
      "33",
      "63998" + fourDigits(&random),
      "026191" + fourDigits(&random),
      home.lines,
      home.postcode,
      home.city,
      "France",
      acceptsDiscussions,
      false
    )
    nextPersonKey += 1
  }

  /// `claire.moreau@…`, in ASCII.
  func mailAddress(_ first: String, _ last: String, host: String) -> String {
    PlainName.ascii(first) + "." + PlainName.ascii(last) + "@" + host
  }

  /// Four digits; the numbers made with them lie in the ranges that France keeps for fiction.
  func fourDigits(_ random: inout SeededGenerator) -> String {
    String(random.number(in: 1000...9999))
  }
}
