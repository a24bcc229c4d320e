import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolAccountTests {
  @Test(arguments: [
    ("demonstration", AccountSpace.student, "pronotevs"), ("demonstration", .parent, "pronotevs"),
    ("demonstration", .teacher, "pronotevs"), ("demonstration2", .staff, "pronotevs"), ("pin", .student, "pronotevs"),
    ("accents", .student, "Élève été 2026 ✓"), ("inactif", .student, "pronotevs"), ("dwho", .student, "dwho"),
    ("rtyler", .student, "rtyler"), ("msmith", .student, "msmith"), ("demonstration", .management, "pronotevs"),
    ("demonstration", .assistant, "pronotevs"), ("demonstration", .company, "pronotevs"),
    ("demonstration", .authority, "pronotevs"), ("demonstration", .enrolment, "pronotevs"),
    ("demonstration", .tutor, "pronotevs"),
  ])
  func everyAccountOfTheDesignExists(login: String, space: AccountSpace, password: String) throws {
    let school = try SampleSchools.school("2026-11-25")
    let account = try #require(try school.account(login: login, space: space))
    #expect(account.password == password)
    #expect(account.pin == (login == "pin" ? "1234" : nil))
    #expect(account.isDisabled == (login == "inactif"))
    #expect(account.isPortalUser == ["dwho", "rtyler", "msmith"].contains(login))
    let person = try #require(try school.person(account.person.key))
    let kinds: [AccountSpace: PersonKind] = [
      .student: .student, .parent: .guardian, .teacher: .teacher, .company: .tutor, .tutor: .tutor,
    ]
    #expect(person.kind == kinds[space] ?? .staff)
  }

  @Test func portalUsersHaveTheirSecondFactors() throws {
    let school = try SampleSchools.school("2026-11-25")
    #expect(try school.account(login: "dwho", space: .student)?.secondFactor == .mail)
    let second = try school.account(login: "rtyler", space: .student)
    #expect(second?.secondFactor == .totp)
    #expect(second?.totpSecret == "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    #expect(try school.account(login: "msmith", space: .student)?.secondFactor == nil)
    let students = try ["dwho", "rtyler", "msmith", "pin", "accents", "inactif", "demonstration"].compactMap {
      try school.account(login: $0, space: .student)?.person.key
    }
    #expect(Set(students).count == 7)
  }

  @Test func unknownAndMistypedLoginsAreNotFound() throws {
    let school = try SampleSchools.school("2026-11-25")
    #expect(try school.account(login: "Demonstration", space: .student) == nil)
    #expect(try school.account(login: "demonstration2", space: .student) == nil)
    #expect(try school.account(login: "' OR 1=1 --", space: .student) == nil)
  }

  @Test func descriptionsShowNeitherPasswordNorPIN() throws {
    let account = try #require(try SampleSchools.school("2026-11-25").account(login: "pin", space: .student))
    var dumped = ""
    dump(account, to: &dumped)
    for text in ["\(account)", String(reflecting: account), dumped, String(describing: [account])] {
      #expect(!text.contains("pronotevs"))
      #expect(!text.contains("1234"))
    }
  }

  @Test(arguments: SampleSchools.days) func theDemonstrationFamilyIsTheSameEveryYear(day: String) throws {
    let school = try SampleSchools.school(day)
    let parent = try school.mainParent
    #expect(try school.person(parent)?.label == "M. PARENT Xavier")
    let children = try school.children(ofGuardian: parent)
    #expect(children.map(\.label) == ["PARENT Fanny", "PARENT Hugo"])
    #expect(children.map(\.schoolClass.label) == ["3A", "6A"])
    let key = try school.mainStudent
    let student = try #require(try school.student(key))
    #expect(student.key == children[0].key)
    #expect(student.nationalNumber == "001")
    #expect(student.person.phone.wholeMatch(of: /[0-9]{9}/) != nil)
    #expect(student.person.email.wholeMatch(of: /[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9-.]+/) != nil)
    #expect(children[0].person.addressLines == children[1].person.addressLines)
    #expect(student.person.addressLines.count == 4)
    #expect(try school.photo(ofPerson: student.key)?.content.prefix(2).elementsEqual([0xFF, 0xD8]) == true)
  }

  @Test func passwordAndPINCanBeChanged() throws {
    let school = try SampleSchools.open("2026-11-25")
    let account = try #require(try school.account(login: "pin", space: .student))
    try school.setPassword(account: account.key, to: "autre")
    try school.setPIN(account: account.key, to: nil)
    let changed = try school.account(login: "pin", space: .student)
    #expect(changed?.password == "autre")
    #expect(changed?.pin == nil)
    #expect(try school.accounts().filter { $0.password == "autre" }.count == 1)
  }
}
