import GRDB
import SchoolModel

extension SchoolGenerator {
  /// Groups of languages and options across the two classes of a level, halves of classes, and services.
  mutating func writeGroupsAndServices() throws {
    for grade in [6, 5, 4, 3] {
      let pair = classes.filter { $0.grade == grade }
      if grade < 6 {
        addGroup("\(grade)ESP", pair, subject: SubjectPlan.spanish) { $0.secondLanguage == SubjectPlan.spanish }
        addGroup("\(grade)ALL", pair, subject: SubjectPlan.german) { $0.secondLanguage == SubjectPlan.german }
        addGroup("\(grade)LAT", pair, subject: SubjectPlan.latin) { $0.takesLatin }
      }
      for single in pair {
        let half = Set(single.studentKeys.prefix(single.studentKeys.count / 2))
        addGroup("\(single.name) gr.1", [single], subject: nil) { half.contains($0.key) }
        addGroup("\(single.name) gr.2", [single], subject: nil) { !half.contains($0.key) }
      }
    }
    let groupWriter = try RowWriter(db, "studentGroup", "key name isPartOfClass subjectKey classKeys")
    let memberWriter = try RowWriter(db, "groupMember", "studentKey groupKey")
    for group in groups {
      try groupWriter.insert(
        group.key,
        group.name,
        group.isPartOfClass,
        group.subjectKey,
        group.classKeys.storedKeys
      )
      for member in group.memberKeys {
        try memberWriter.insert(member, group.key)
      }
    }
    try writeServices()
  }

  private mutating func addGroup(
    _ name: String,
    _ classes: [PlannedClass],
    subject: Int64?,
    _ belongs: (PlannedStudent) -> Bool
  ) {
    let members = classes.flatMap(\.studentKeys).filter { key in students[key].map(belongs) ?? false }
    let key = Int64(groups.count + 1)
    groups.append(
      PlannedGroup(
        key: key,
        name: name,
        isPartOfClass: subject == nil,
        subjectKey: subject,
        classKeys: classes.map(\.key),
        memberKeys: members
      )
    )
    for member in members { students[member]?.groupKeys.append(key) }
  }

  private mutating func writeServices() throws {
    let writer = try RowWriter(
      db,
      "service",
      "key classKey subjectKey teacherKey groupKey coefficient weeklyMinutes isGraded"
    )
    for planned in classes {
      for subject in SubjectPlan.all {
        let group = groups.first { $0.subjectKey == subject.key && $0.classKeys.contains(planned.key) }
        if subject.isTaughtInGroups && group == nil { continue }
        let teacher = planned.teacherBySubject[subject.key] ?? planned.headTeacherKey
        let key = Int64(services.count + 1)
        services.append(
          PlannedService(
            key: key,
            classKey: planned.key,
            subjectKey: subject.key,
            teacherKey: teacher,
            groupKey: group?.key
          )
        )
        try writer.insert(
          key,
          planned.key,
          subject.key,
          teacher,
          group?.key,
          "\(max(1, subject.coefficient)),00",
          Curriculum.weeklyMinutes(subject: subject.key, grade: planned.grade),
          subject.coefficient > 0
        )
      }
    }
  }

  /// The students of a service: the members of its group that are in the class, or the whole class.
  func students(of service: PlannedService) -> [Int64] {
    let keys = schoolClass(service.classKey).studentKeys
    guard let group = service.groupKey else { return keys }
    return keys.filter { students[$0]?.groupKeys.contains(group) ?? false }
  }
}
