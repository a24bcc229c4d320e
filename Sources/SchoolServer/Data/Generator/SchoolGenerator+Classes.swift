import GRDB
import SchoolModel

extension SchoolGenerator {
  private static let levels: [(grade: Int, name: String)] = [
    (6, "SIXIEME"), (5, "CINQUIEME"), (4, "QUATRIEME"), (3, "TROISIEME"),
  ]

  /// Classes, students and guardians; teachers are given to classes.
  mutating func makeClasses() throws {
    for level in SchoolGenerator.levels {
      for letter in ["A", "B"] {
        let key = Int64(classes.count + 1)
        classes.append(
          PlannedClass(
            key: key,
            name: "\(level.grade)\(letter)",
            level: level.name,
            grade: level.grade,
            room: level.grade >= 5 ? String(100 + Int(key)) : String(200 + Int(key))
          )
        )
      }
    }
    giveTeachersToClasses()
    let writer = try RowWriter(db, "class", "key name level headTeacherKey")
    for planned in classes {
      try writer.insert(planned.key, planned.name, planned.level, planned.headTeacherKey)
    }
    cast.mainClass = classes.first { $0.name == "3A" }?.key ?? 1
    cast.teacher = schoolClass(cast.mainClass).headTeacherKey
    try makeStudents()
  }

  /// Every subject of a class goes to the teacher of it who has the fewest classes so far; subjects that are taught in
  /// groups across the classes of a level go to one teacher for the level.
  private mutating func giveTeachersToClasses() {
    var load: [Int64: Int] = [:]
    for index in classes.indices.reversed() {
      let grade = classes[index].grade
      for subject in SubjectPlan.all where subject.teacherCount > 0 {
        if subject.isTaughtInGroups {
          guard grade < 6 else { continue }
          if let shared = classes.first(where: { $0.grade == grade && $0.teacherBySubject[subject.key] != nil }) {
            classes[index].teacherBySubject[subject.key] = shared.teacherBySubject[subject.key]
            continue
          }
        }
        let teachers = colleagues.filter { $0.subjectKey == subject.key }
        let least = teachers.min { (load[$0.key, default: 0], $0.key) < (load[$1.key, default: 0], $1.key) }
        guard let teacher = least else { continue }
        load[teacher.key, default: 0] += 1
        classes[index].teacherBySubject[subject.key] = teacher.key
      }
    }
    var heads: Set<Int64> = []
    let order = [SubjectPlan.maths, SubjectPlan.french, SubjectPlan.history, SubjectPlan.english]
    for index in classes.indices.reversed() {
      let candidates = order.compactMap { classes[index].teacherBySubject[$0] }
      let head = candidates.first { !heads.contains($0) } ?? candidates.first ?? 1
      heads.insert(head)
      classes[index].headTeacherKey = head
    }
  }

  private mutating func makeStudents() throws {
    var random = random("students")
    var used: Set<String> = ["PARENT Fanny", "PARENT Hugo"]
    for index in classes.indices {
      var names: [(last: String, first: String, sex: String)] = []
      if classes[index].name == "3A" { names.append(("PARENT", "Fanny", "F")) }
      if classes[index].name == "6A" { names.append(("PARENT", "Hugo", "M")) }
      while names.count < 24 {
        let sex = random.chance(50) ? "F" : "M"
        let first = random.pick(sex == "F" ? PersonNames.female : PersonNames.male)
        let last = random.pick(PersonNames.last)
        guard used.insert("\(last) \(first)").inserted else { continue }
        names.append((last, first, sex))
      }
      names.sort { ($0.last, PlainName.ascii($0.first)) < ($1.last, PlainName.ascii($1.first)) }
      for name in names {
        let planned = PlannedStudent(
          key: nextPersonKey,
          classKey: classes[index].key,
          lastName: name.last,
          firstName: name.first,
          sex: name.sex
        )
        nextPersonKey += 1
        classes[index].studentKeys.append(planned.key)
        students[planned.key] = planned
        if name.last == "PARENT" {
          if name.first == "Fanny" { cast.student = planned.key } else { cast.sibling = planned.key }
        }
      }
      chooseOptions(ofClass: index, &random)
    }
    let logins: [(String, String)] = [
      ("pin", "4A"), ("accents", "5B"), ("inactif", "6B"), ("dwho", "3B"), ("rtyler", "4B"), ("msmith", "5A"),
    ]
    for (login, className) in logins {
      cast.others[login] = classes.first { $0.name == className }?.studentKeys[random.below(24)]
    }
    castUndecided()
    try writeStudents(&random)
  }

  /// The students of the accounts that still have to choose something. They come from a stream of their own, and are
  /// nobody who has a part already.
  private mutating func castUndecided() {
    var random = random("undecided")
    let logins = [("nouveau", "6A"), ("choix", "5B"), ("appareil", "4B"), ("oubli", "3B")]
    for (login, className) in logins {
      let free = classes.first { $0.name == className }?.studentKeys.filter { !cast.studentsWithAccounts.contains($0) }
      cast.undecided[login] = free.map { random.pick($0) }
    }
  }

  private mutating func chooseOptions(ofClass index: Int, _ random: inout SeededGenerator) {
    guard classes[index].grade < 6 else { return }
    for key in classes[index].studentKeys {
      students[key]?.secondLanguage = random.chance(62) ? SubjectPlan.spanish : SubjectPlan.german
      students[key]?.takesLatin = random.chance(35)
    }
    guard classes[index].name == "3A" else { return }
    students[cast.student]?.secondLanguage = SubjectPlan.spanish
    students[cast.student]?.takesLatin = true
  }

  private mutating func writeStudents(_ random: inout SeededGenerator) throws {
    let people = try personWriter()
    let writer = try RowWriter(
      db,
      "student",
      "key rank classKey nationalNumber birthDate birthPlace entryDate options planKind planCondition isDelegate"
    )
    var homes: [Int64: Home] = [:]
    for planned in students.values.sorted(by: { $0.key < $1.key }) {
      let ownHome = Home(&random)
      // The demonstration children live together; the younger one's class comes first.
      let home = planned.key == cast.student ? homes[cast.sibling] ?? ownHome : ownHome
      homes[planned.key] = home
      let middle = random.pick(planned.sex == "F" ? PersonNames.female : PersonNames.male)
      try people.insert(
        planned.key,
        PersonKind.student.rawValue,
        "",
        planned.lastName,
        planned.firstName,
        middle,
        planned.sex,
        nil as Int64?,
        nil as String?,
        mailAddress(planned.firstName, planned.lastName, host: "eleve.example"),
        "33",
        "63998" + fourDigits(&random),
        "",
        home.lines,
        home.postcode,
        home.city,
        "France",
        true,
        planned.key == cast.student || random.chance(50)
      )
      try writeStudent(planned, with: writer, &random)
    }
    try makeGuardians(people, homes: homes)
  }

  private func writeStudent(
    _ planned: PlannedStudent,
    with writer: RowWriter,
    _ random: inout SeededGenerator
  ) throws {
    let schoolClass = schoolClass(planned.classKey)
    let birthYear = calendar.firstDay.year - (17 - schoolClass.grade)
    let birth = LocalDate(year: birthYear, month: random.number(in: 1...12), day: random.number(in: 1...28))
    var options = ["ANGLAIS LV1"]
    if let language = planned.secondLanguage { options.append(SubjectPlan.plan(language).name) }
    if planned.takesLatin { options.append(SubjectPlan.plan(SubjectPlan.latin).name) }
    let plans = [("PAP", "Dyslexie"), ("PAI", "Asthme"), ("PPS", "Dyspraxie")]
    let plan = random.chance(9) ? random.pick(plans) : nil
    let position = schoolClass.studentKeys.firstIndex(of: planned.key) ?? 0
    let number = "0" + String(600_000_000 + Int(planned.key) * 37) + "FT"
    try writer.insert(
      planned.key,
      1 + position,
      planned.classKey,
      planned.key == cast.student ? "001" : number,
      (birth ?? calendar.firstDay).dayNumber,
      random.pick(PersonNames.towns).1,
      calendar.firstDay.dayNumber,
      options.joined(separator: "\n"),
      plan?.0,
      plan?.1,
      position == 5 || position == 11
    )
  }

  /// One or two guardians for every student; the two demonstration children share theirs.
  private mutating func makeGuardians(_ people: RowWriter, homes: [Int64: Home]) throws {
    var random = random("guardians")
    let writer = try RowWriter(
      db,
      "guardianship",
      """
      studentKey guardianKey position relationship responsibility mayReceiveMail mayPickUp isEmergencyContact
      """
    )
    func link(_ student: Int64, _ guardian: Int64, _ position: Int, isFemale: Bool) throws {
      try writer.insert(
        student,
        guardian,
        position,
        isFemale ? "MERE" : "PERE",
        "LEGAL",
        true,
        true,
        position == 0
      )
    }
    for planned in students.values.sorted(by: { $0.key < $1.key }) where planned.key != cast.sibling {
      let isMain = planned.key == cast.student
      let count = isMain || random.chance(78) ? 2 : 1
      let firstIsFemale = isMain ? false : random.chance(65)
      for position in 0..<count {
        let isFemale = (position == 0) == firstIsFemale
        let last = isMain || position == 0 || random.chance(70) ? planned.lastName : random.pick(PersonNames.last)
        let first =
          isMain && position == 0 ? "Xavier" : random.pick(isFemale ? PersonNames.adultFemale : PersonNames.adultMale)
        let key = nextPersonKey
        try writeAdult(
          people,
          &random,
          kind: .guardian,
          civility: isFemale ? "Mme" : "M.",
          last: last,
          first: first,
          acceptsDiscussions: true,
          home: position == 0 ? homes[planned.key] : nil
        )
        guardians[planned.key, default: []].append(key)
        try link(planned.key, key, position, isFemale: isFemale)
        guard isMain else { continue }
        guardians[cast.sibling, default: []].append(key)
        try link(cast.sibling, key, position, isFemale: isFemale)
        if position == 0 { cast.parent = key } else { cast.otherParent = key }
      }
    }
  }
}
