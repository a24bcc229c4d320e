import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolTimetableTests {
  @Test(arguments: SampleSchools.days) func theCurrentWeekHasOneOfEverything(day: String) throws {
    let school = try SampleSchools.school(day)
    let student = try school.mainStudent
    let days = school.currentDays
    let week = try school.lessons(forStudent: student, from: days.lowerBound, to: days.upperBound)
    #expect(Set(week.map(\.date)).count == 5)
    #expect(week.count > 22)
    let cancelled = week.filter { $0.isCancelled && $0.status == "Prof. absent" }
    let replacements = week.filter { $0.kind == .replacement }
    #expect(
      replacements.contains { replacement in
        replacement.status == "Remplacement"
          && cancelled.contains {
            $0.place == replacement.place && $0.duration == replacement.duration && $0.rank < replacement.rank
          }
      }
    )
    #expect(cancelled.contains { lesson in !replacements.contains { $0.place == lesson.place } })
    let moved = week.filter { $0.status == "Cours déplacé" }
    #expect(moved.filter(\.isCancelled).count == 1)
    #expect(moved.filter { !$0.isCancelled }.map(\.subject) == moved.filter(\.isCancelled).map(\.subject))
    #expect(week.contains { $0.status == "Changement de salle" && !$0.isCancelled && !$0.rooms.isEmpty })
    #expect(week.contains { $0.isTest })
    #expect(week.contains { !$0.links.isEmpty })
    #expect(week.contains { $0.memo != nil })
    #expect(week.filter { $0.exemption != nil }.count == 1)
    #expect(week.filter { $0.kind == .detention && $0.studentKey == student }.count == 1)
    #expect(week.filter { $0.kind == .council }.count == 1)
    #expect(week.contains { $0.group?.isPartOfClass == false })
    #expect(week.contains { $0.group?.isPartOfClass == true })
    #expect(week.contains { $0.isCoTaught })
  }

  @Test(arguments: SampleSchools.days) func outingsFortnightsAndLessonsWithoutRoomExist(day: String) throws {
    let school = try SampleSchools.school(day)
    let calendar = school.calendar
    let year = try school.lessons(forStudent: school.mainStudent, from: calendar.firstDay, to: calendar.lastDay)
    let outing = try #require(year.first { $0.kind == .outing })
    #expect(outing.outing?.audience == "3A")
    #expect(outing.outing?.companions.count == 2)
    #expect(calendar.year.weekNumber(of: outing.date) != calendar.currentWeek)
    #expect(year.contains { $0.kind == .lesson && $0.rooms.isEmpty })
    let classLife = year.filter { $0.subject?.name == "VIE DE CLASSE" }
    #expect(!classLife.isEmpty)
    #expect(classLife.allSatisfy { calendar.year.weekNumber(of: $0.date) % 2 == 1 })
  }

  @Test(arguments: SampleSchools.days) func theFridayOfWeekOneHasLessonsWithContent(day: String) throws {
    let school = try SampleSchools.school(day)
    let friday = school.calendar.year.firstMonday.adding(days: 4)
    for student in ["demonstration", "pin", "accents", "dwho", "rtyler", "msmith"] {
      let key = try #require(try school.account(login: student, space: .student)?.person.key)
      let lessons = try school.lessons(forStudent: key, from: friday, to: friday)
      #expect(lessons.count > 2)
      let entries = try school.notebook(forStudent: key, from: friday, to: friday)
      #expect(entries.map(\.lesson.key) == lessons.map(\.key))
      for content in entries.flatMap(\.contents) {
        #expect(!content.title.isEmpty)
        #expect(content.html.contains("<"))
        #expect(content.category != .none)
      }
    }
    for schoolClass in school.directory.classes {
      #expect(try !school.lessons(forClass: schoolClass.key, from: friday, to: friday).isEmpty)
    }
  }

  @Test(arguments: SampleSchools.days) func noStudentIsInTwoPlacesAtOnce(day: String) throws {
    let school = try SampleSchools.school(day)
    let calendar = school.calendar
    var collisions: [String] = []
    for schoolClass in school.directory.classes {
      for student in try school.students(ofClass: schoolClass.key).prefix(6) {
        let year = try school.lessons(forStudent: student.key, from: calendar.firstDay, to: calendar.lastDay)
          .filter { !$0.isCancelled }
        #expect(year.count > 200)
        var taken: Set<Int> = []
        for lesson in year {
          let isAlone = moments(of: lesson).map { taken.insert($0).inserted }
          if isAlone.contains(false) || !calendar.isSchoolDay(lesson.date) {
            collisions.append("\(student.label) \(lesson.start)")
          }
        }
      }
    }
    #expect(collisions.isEmpty)
  }

  @Test(arguments: SampleSchools.days) func noTeacherAndNoRoomIsTakenTwice(day: String) throws {
    let school = try SampleSchools.school(day)
    let calendar = school.calendar
    var collisions: [String] = []
    var rooms: [Int64: [Int: Int64]] = [:]
    for teacher in school.directory.people.values where teacher.kind == .teacher {
      let year = try school.lessons(forTeacher: teacher.key, from: calendar.firstDay, to: calendar.lastDay)
        .filter { !$0.isCancelled }
      #expect(!year.isEmpty)
      var taken: Set<Int> = []
      for lesson in year {
        for moment in moments(of: lesson) {
          if !taken.insert(moment).inserted { collisions.append("\(teacher.label) \(lesson.start)") }
          for room in lesson.rooms {
            let other = rooms[room.key, default: [:]].updateValue(lesson.key, forKey: moment)
            if let other, other != lesson.key { collisions.append("\(room.label) \(lesson.start)") }
          }
        }
      }
    }
    #expect(collisions.isEmpty)
  }

  /// A number for each slot of the year that a lesson takes.
  private func moments(of lesson: LessonRecord) -> [Int] {
    (lesson.slot..<(lesson.slot + lesson.duration)).map { lesson.date.dayNumber * 100 + $0 }
  }

  @Test func classesHaveTheirHoursAndTheTeacherSeesThem() throws {
    let school = try SampleSchools.school("2026-11-25")
    let week = school.calendar.year.monday(ofWeek: 1)
    for schoolClass in school.directory.classes {
      let students = try school.students(ofClass: schoolClass.key)
      let student = try #require(students.first { schoolClass.level == "SIXIEME" || $0.options.count == 3 })
      let lessons = try school.lessons(forStudent: student.key, from: week, to: week.adding(days: 6))
      let hours = lessons.reduce(0) { $0 + $1.duration } / 2
      #expect((27...30).contains(hours), "\(schoolClass.name) has \(hours) hours")
    }
    let teacher = try #require(try school.account(login: "demonstration", space: .teacher)?.person.key)
    let own = try school.lessons(forTeacher: teacher, from: week, to: week.adding(days: 6))
    #expect(own.contains { $0.schoolClass?.label == "3A" })
    #expect(own.allSatisfy { lesson in lesson.teachers.contains { $0.key == teacher } })
  }

  @Test func irregularitiesAreSpreadOverTheYear() throws {
    let school = try SampleSchools.school("2027-05-06")
    let calendar = school.calendar
    let student = try #require(try school.account(login: "dwho", space: .student)?.person.key)
    let year = try school.lessons(forStudent: student, from: calendar.firstDay, to: calendar.today)
    let cancelledWeeks = Set(year.filter(\.isCancelled).map { calendar.year.weekNumber(of: $0.date) })
    #expect(cancelledWeeks.count > 4)
    let share = Double(year.filter(\.isCancelled).count) / Double(year.count)
    #expect((0.002...0.1).contains(share))
  }

  @Test func unknownKeysGiveNothing() throws {
    let school = try SampleSchools.school("2026-11-25")
    let day = school.calendar.today
    #expect(try school.lessons(forStudent: -1, from: day, to: day).isEmpty)
    #expect(try school.lesson(0) == nil)
    #expect(try school.notebookEntry(0) == nil)
    let student = try school.mainStudent
    #expect(try school.lessons(forStudent: student, from: day, to: day.adding(days: -1)).isEmpty)
  }

  @Test func holidayWeeksAreEmptyAndListed() throws {
    let school = try SampleSchools.school("2026-11-25")
    let student = try school.mainStudent
    let toussaint = SampleSchools.date("2026-10-19")
    #expect(try school.lessons(forStudent: student, from: toussaint, to: toussaint.adding(days: 11)).isEmpty)
    let weeks = try school.weeksWithLessons(forStudent: student)
    #expect(!weeks.contains(school.calendar.year.weekNumber(of: toussaint)))
    #expect(weeks.contains(1) && weeks.contains(school.calendar.currentWeek))
  }
}
