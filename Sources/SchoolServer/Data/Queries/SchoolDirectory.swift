import GRDB
import SchoolModel

/// What never changes after the school was made up, in memory: people, classes, groups, subjects, rooms.
package struct SchoolDirectory: Sendable {
  /// The subjects by key.
  package fileprivate(set) var subjects: [Int64: SubjectRecord] = [:]
  /// The classes in the school's order, 6A first.
  package fileprivate(set) var classes: [ClassRecord] = []
  /// The groups by key.
  package fileprivate(set) var groups: [Int64: GroupRecord] = [:]
  /// The rooms by key.
  package fileprivate(set) var rooms: [Int64: Reference] = [:]
  /// The people by key.
  package fileprivate(set) var people: [Int64: PersonRecord] = [:]
  /// The people as other records name them, by key.
  private var references: [Int64: PersonReference] = [:]
  /// The students by key.
  package fileprivate(set) var students: [Int64: StudentRecord] = [:]
  /// The guardians of each student, the first contact first.
  package fileprivate(set) var guardians: [Int64: [GuardianRecord]] = [:]
  /// The children of each guardian, by class level, the highest first.
  package fileprivate(set) var children: [Int64: [Int64]] = [:]
  /// What is taught to which class by whom.
  private(set) var services: [ServiceRecord] = []
  /// The video conferences of lessons.
  private(set) var lessonLinks: [Int64: [LessonLinkRecord]] = [:]
  /// The themes of lessons and homework.
  private(set) var themes: [Int64: Reference] = [:]

  /// The class with a key.
  package func schoolClass(_ key: Int64) -> ClassRecord? {
    classes.first { $0.key == key }
  }

  /// The students of a class by name.
  package func students(ofClass key: Int64) -> [StudentRecord] {
    students.values.filter { $0.schoolClass.key == key }.sorted { $0.rank < $1.rank }
  }

  /// The services of a student's class that the student takes part in, by subject.
  func services(of student: StudentRecord) -> [ServiceRecord] {
    let groupKeys = student.groups.map(\.key)
    return services.filter { service in
      service.classKey == student.schoolClass.key && (service.groupKey.map(groupKeys.contains) ?? true)
    }
  }

  /// A person as other records name them.
  func reference(_ person: Int64?) -> PersonReference? {
    person.flatMap { references[$0] }
  }

  /// Reads everything.
  static func load(from db: Database) throws -> SchoolDirectory {
    var directory = SchoolDirectory()
    for subject in try db.rows("SELECT * FROM subject ORDER BY key", map: SubjectRecord.init(row:)) {
      directory.subjects[subject.key] = subject
    }
    for room in try db.rows("SELECT key, name FROM room", map: Reference.init(row:)) {
      directory.rooms[room.key] = room
    }
    for theme in try db.rows("SELECT key, label FROM theme", map: Reference.init(row:)) {
      directory.themes[theme.key] = theme
    }
    for group in try db.rows("SELECT * FROM studentGroup ORDER BY key", map: GroupRecord.init(row:)) {
      directory.groups[group.key] = group
    }
    for person in try db.rows("SELECT * FROM person", map: PersonRecord.init(row:)) {
      directory.people[person.key] = person
      directory.references[person.key] = person.reference
    }
    directory.services = try db.rows("SELECT * FROM service ORDER BY key", map: ServiceRecord.init(row:))
    directory.classes = try db.rows("SELECT * FROM class ORDER BY key") { row in
      ClassRecord(
        key: row["key"],
        name: row["name"],
        level: row["level"],
        headTeacher: directory.reference(row["headTeacherKey"])
          ?? PersonReference(key: 0, kind: .teacher, label: "")
      )
    }
    for (lesson, link) in try db.rows("SELECT * FROM lessonLink ORDER BY key", map: LessonLinkRecord.load(row:)) {
      directory.lessonLinks[lesson, default: []].append(link)
    }
    try directory.loadStudents(from: db)
    try directory.loadGuardians(from: db)
    return directory
  }

  private mutating func loadStudents(from db: Database) throws {
    var memberships: [Int64: [GroupRecord]] = [:]
    let members = try db.rows("SELECT studentKey, groupKey FROM groupMember ORDER BY studentKey, groupKey") { row in
      (student: row[0] as Int64, group: row[1] as Int64)
    }
    for member in members {
      guard let group = groups[member.group] else { continue }
      memberships[member.student, default: []].append(group)
    }
    for row in try db.rows("SELECT * FROM student ORDER BY key", map: { $0.copy() }) {
      let key: Int64 = row["key"]
      guard let person = people[key], let schoolClass = schoolClass(row["classKey"]) else { continue }
      let planKind: String? = row["planKind"]
      students[key] = StudentRecord(
        person: person,
        rank: row["rank"],
        schoolClass: schoolClass.reference,
        level: schoolClass.level,
        groups: memberships[key] ?? [],
        nationalNumber: row["nationalNumber"],
        birthDate: LocalDate(dayNumber: row["birthDate"]),
        birthPlace: row["birthPlace"],
        entryDate: LocalDate(dayNumber: row["entryDate"]),
        options: (row["options"] as String).storedLines,
        supportPlans: planKind.map { [SupportPlanRecord(kind: $0, condition: row["planCondition"])] } ?? [],
        isDelegate: row["isDelegate"]
      )
    }
  }

  private mutating func loadGuardians(from db: Database) throws {
    for row in try db.rows("SELECT * FROM guardianship ORDER BY studentKey, position", map: { $0.copy() }) {
      let student: Int64 = row["studentKey"]
      let guardian: Int64 = row["guardianKey"]
      guard let person = people[guardian] else { continue }
      guardians[student, default: []].append(
        GuardianRecord(
          person: person,
          relationship: row["relationship"],
          responsibility: row["responsibility"],
          mayReceiveMail: row["mayReceiveMail"],
          mayPickUp: row["mayPickUp"],
          isEmergencyContact: row["isEmergencyContact"]
        )
      )
      children[guardian, default: []].append(student)
    }
    for guardian in children.keys {
      // Classes are numbered from the lowest level to the highest, so the eldest child comes first.
      children[guardian]?.sort { (students[$0]?.schoolClass.key ?? 0) > (students[$1]?.schoolClass.key ?? 0) }
    }
  }
}
