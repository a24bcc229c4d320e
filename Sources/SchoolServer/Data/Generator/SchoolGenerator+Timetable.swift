import SchoolModel

extension SchoolGenerator {
  /// The timetable of an ordinary week.
  mutating func makeWeeklyTimetable() {
    var scheduler = WeeklyScheduler(random: random("timetable"))
    for grade in [3, 4, 5] { placeAcrossClasses(grade: grade, &scheduler) }
    for planned in classes.reversed() {
      placeHalves(of: planned, &scheduler)
      for course in Curriculum.courses(grade: planned.grade) {
        let teacher =
          course.subject == SubjectPlan.classLife
          ? planned.headTeacherKey : planned.teacherBySubject[course.subject] ?? planned.headTeacherKey
        let part = WeeklyScheduler.Part(
          subject: course.subject,
          teacher: teacher,
          rooms: roomKeys(for: course.subject, planned),
          fortnight: course.fortnight
        )
        for _ in 0..<course.count {
          _ = scheduler.place([part], classes: [planned.key], hours: course.hours)
        }
      }
    }
    let frenchTeachers = colleagues.filter { $0.subjectKey == SubjectPlan.french }.map(\.key)
    for name in ["3A", "6A"] {
      guard let planned = classes.first(where: { $0.name == name }) else { continue }
      let others = frenchTeachers.filter { $0 != planned.teacherBySubject[SubjectPlan.french] }
      scheduler.addSecondTeacher(subject: SubjectPlan.french, schoolClass: planned.key, from: others)
    }
    weekly = scheduler.lessons
  }

  /// Languages at the same time, Latin at the end of the day, for both classes of a level.
  private func placeAcrossClasses(grade: Int, _ scheduler: inout WeeklyScheduler) {
    let pair = classes.filter { $0.grade == grade }
    let keys = pair.map(\.key)
    func part(_ subject: Int64) -> WeeklyScheduler.Part? {
      guard let service = services.first(where: { $0.subjectKey == subject && keys.contains($0.classKey) }) else {
        return nil
      }
      return WeeklyScheduler.Part(
        subject: subject,
        group: service.groupKey,
        teacher: service.teacherKey,
        rooms: (201...208).reversed().compactMap { rooms[String($0)] }
      )
    }
    if let latin = part(SubjectPlan.latin) {
      for _ in 0..<Curriculum.latinCount {
        if !scheduler.place([latin], classes: keys, hours: 1, onlyAt: 16) {
          _ = scheduler.place([latin], classes: keys, hours: 1)
        }
      }
    }
    let languages = [SubjectPlan.spanish, SubjectPlan.german].compactMap(part)
    for _ in 0..<Curriculum.languageCount {
      _ = scheduler.place(languages, classes: keys, hours: 1)
    }
  }

  /// Halves of a class in the laboratories: biology and physics change places every week.
  private func placeHalves(of planned: PlannedClass, _ scheduler: inout WeeklyScheduler) {
    let halves = groups.filter { $0.isPartOfClass && $0.classKeys == [planned.key] }
    guard halves.count == 2, let biology = planned.teacherBySubject[SubjectPlan.biology],
      let physics = planned.teacherBySubject[SubjectPlan.physics]
    else { return }
    let laboratories = SubjectPlan.laboratories.compactMap { rooms[$0] }
    func part(_ subject: Int64, _ half: Int, _ teacher: Int64, _ fortnight: Int) -> WeeklyScheduler.Part {
      WeeklyScheduler.Part(
        subject: subject,
        group: halves[half].key,
        teacher: teacher,
        rooms: subject == SubjectPlan.biology ? laboratories : laboratories.reversed(),
        fortnight: fortnight
      )
    }
    _ = scheduler.placeAlternating(
      [part(SubjectPlan.biology, 0, biology, 1), part(SubjectPlan.physics, 1, physics, 1)],
      [part(SubjectPlan.physics, 0, physics, 2), part(SubjectPlan.biology, 1, biology, 2)],
      schoolClass: planned.key
    )
  }

  private func roomKeys(for subject: Int64, _ planned: PlannedClass) -> [Int64] {
    guard subject != SubjectPlan.classLife else { return [] }
    let special = SubjectPlan.plan(subject).rooms
    let names = special.isEmpty ? [planned.room] + (101...108).map(String.init) + (201...208).map(String.init) : special
    return names.compactMap { rooms[$0] }
  }

  /// The lessons of the whole year.
  mutating func makeLessons() {
    var key: Int64 = 1
    let byDay = Dictionary(grouping: weekly.indices.sorted { weekly[$0].slot < weekly[$1].slot }) { weekly[$0].day }
    for day in calendar.firstDay...calendar.lastDay where calendar.isSchoolDay(day) {
      let fortnight = calendar.year.weekNumber(of: day) % 2 == 1 ? 1 : 2
      for index in byDay[day.weekday.rawValue - 1] ?? [] {
        let pattern = weekly[index]
        guard pattern.fortnight == 0 || pattern.fortnight == fortnight else { continue }
        lessons.append(
          PlannedLesson(
            key: key,
            date: day,
            slot: pattern.slot,
            duration: pattern.duration,
            rank: 400 + index,
            subjectKey: pattern.subjectKey,
            classKeys: pattern.classKeys,
            groupKey: pattern.groupKey,
            teacherKey: pattern.teacherKey,
            secondTeacherKey: pattern.secondTeacherKey,
            roomKey: pattern.roomKey,
            isFortnightly: pattern.fortnight != 0
          )
        )
        key += 1
      }
    }
  }
}
