import GRDB

extension SchoolDatabase {
  /// The teachers of a student with their subjects and weekly times, then the staff; by subject.
  package func teachingStaff(forStudent key: Int64) throws -> [TeachingStaffRecord] {
    guard let student = directory.students[key] else { return [] }
    var order: [Int64] = []
    var subjects: [Int64: [TeachingStaffRecord.Subject]] = [:]
    for service in directory.services(of: student) {
      guard let subject = directory.subjects[service.subjectKey] else { continue }
      if subjects[service.teacherKey] == nil { order.append(service.teacherKey) }
      let minutes = service.weeklyMinutes
      let rest = minutes % 60
      subjects[service.teacherKey, default: []].append(
        TeachingStaffRecord.Subject(
          subject: subject.reference,
          weeklyTime: minutes == 0 ? "" : "\(minutes / 60)h\(rest < 10 ? "0" : "")\(rest)"
        )
      )
    }
    let teachers = order.compactMap { directory.people[$0] }
    return (teachers + staff).map { person in
      TeachingStaffRecord(
        person: person.reference,
        label: person.civilLabel,
        function: person.function,
        subjects: subjects[person.key] ?? []
      )
    }
  }

  /// The people of a kind to whom somebody can write, by name.
  ///
  /// - Parameters:
  ///   - key: who wants to write.
  ///   - student: the student on whose behalf, for parents; its teachers are offered.
  ///   - kind: teachers, staff, students of the same class, or guardians.
  package func recipients(forPerson key: Int64, student: Int64?, kind: PersonKind) throws -> [RecipientRecord] {
    let student =
      (student ?? key).nonZero.flatMap { directory.students[$0] }
      ?? directory.children[key]?.first.flatMap { directory.students[$0] }
    let found: [PersonRecord]
    switch kind {
    case .teacher:
      if let student {
        let keys = Set(directory.services(of: student).map(\.teacherKey))
        found = keys.compactMap { directory.people[$0] }
      } else {
        found = directory.people.values.filter { $0.kind == .teacher }
      }
    case .staff: found = staff
    case .student:
      found = student.map { directory.students(ofClass: $0.schoolClass.key).map(\.person) } ?? []
    case .guardian:
      let classmates = student.map { directory.students(ofClass: $0.schoolClass.key) } ?? []
      let guardians = Set(classmates.flatMap { directory.guardians[$0.key] ?? [] }.map(\.person.key))
      found = guardians.compactMap { directory.people[$0] }
    case .tutor: found = []
    }
    let headTeacher = student.flatMap { directory.schoolClass($0.schoolClass.key)?.headTeacher.key }
    return found.filter { $0.key != key }.sorted { ($0.label, $0.key) < ($1.label, $1.key) }.map { person in
      let taught = directory.services.filter { service in
        service.teacherKey == person.key && student.map { service.classKey == $0.schoolClass.key } ?? true
      }
      return RecipientRecord(
        person: person.reference,
        label: person.civilLabel,
        acceptsDiscussions: person.acceptsDiscussions,
        email: person.kind == .teacher || person.kind == .staff ? person.email : nil,
        isHeadTeacher: person.key == headTeacher,
        function: person.function,
        subjects: Set(taught.map(\.subjectKey)).sorted().compactMap { directory.subjects[$0]?.reference }
      )
    }
  }

  /// The staff members who belong to the school, by key.
  private var staff: [PersonRecord] {
    directory.people.values.filter { $0.kind == .staff && $0.acceptsDiscussions }.sorted { $0.key < $1.key }
  }
}

extension Int64 {
  /// Nil for zero.
  fileprivate var nonZero: Int64? { self == 0 ? nil : self }
}
