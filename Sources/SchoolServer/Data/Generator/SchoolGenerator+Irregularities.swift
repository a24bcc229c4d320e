import SchoolModel

extension SchoolGenerator {
  /// What differs from an ordinary week: first the rich current week of 3A, then absences everywhere.
  mutating func makeIrregularities() {
    var changes = LessonChanges(lessons: lessons, calendar: calendar)
    let supervisor = colleague(function: "supervisor")?.key
    let cpe = colleague(function: "cpe")?.key
    changes.enrichCurrentWeek(
      classKey: cast.mainClass,
      studentKey: cast.student,
      groupKeys: students[cast.student]?.groupKeys ?? [],
      substitutes: colleagues.filter { $0.subjectKey != nil },
      rooms: SubjectPlan.rooms.prefix(16).compactMap { rooms[$0] },
      staff: LessonChanges.Staff(
        headTeacher: cast.teacher,
        supervisor: supervisor,
        cpe: cpe,
        detentionRoom: rooms["Permanence"],
        councilRoom: rooms["CDI"]
      )
    )
    var random = random("irregularities")
    let teachers = colleagues.filter { $0.subjectKey != nil }
    let days = (calendar.firstDay...calendar.lastDay).filter { day in
      let week = calendar.year.weekNumber(of: day)
      return calendar.isSchoolDay(day) && week >= 2 && week <= calendar.currentWeek + 1
    }
    for day in days {
      let absent = random.pick(teachers)
      let colleagues = teachers.filter { $0.subjectKey == absent.subjectKey && $0.key != absent.key }.map(\.key)
      let isAbsent = random.chance(70)
      let replaced = random.chance(35)
      if isAbsent {
        changes.teacherAbsent(
          absent.key,
          on: day,
          sparing: cast.mainClass,
          substitutes: replaced ? colleagues : []
        )
      }
      if random.chance(40) {
        changes.changeRoom(
          on: day,
          sparing: cast.mainClass,
          rooms: SubjectPlan.rooms.prefix(16).compactMap { rooms[$0] },
          choice: random.below(1000)
        )
      }
    }
    let week = calendar.currentWeek
    changes.addOuting(
      classKey: cast.mainClass,
      weeks: (2..<max(2, week)).reversed() + Array(min(week + 1, calendar.lastWeek)...calendar.lastWeek),
      companions: self.colleagues.filter { [cast.teacher, cpe].contains($0.key) }.map { "\($0.civility) \($0.label)" }
    )
    lessons = changes.lessons
  }
}
