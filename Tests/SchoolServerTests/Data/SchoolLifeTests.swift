import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolLifeTests {
  @Test(arguments: SampleSchools.days) func schoolLifeHasOneOfEverything(day: String) throws {
    let school = try SampleSchools.school(day)
    let calendar = school.calendar
    let record = try school.attendance(forStudent: school.mainStudent, from: calendar.firstDay, to: calendar.lastDay)
    #expect(record.absences.contains { $0.isOpen } && record.absences.contains { !$0.isOpen })
    #expect(record.absences.contains { $0.reason == nil && $0.needsReason })
    #expect(record.absences.contains { $0.reason != nil && $0.isExcused })
    #expect(record.absences.allSatisfy { $0.hours.wholeMatch(of: /[0-9]+h[0-9]{2}/) != nil })
    #expect(record.delays.contains { $0.isExcused } && record.delays.contains { !$0.isExcused })
    #expect(record.punishments.map(\.natureCode).sorted() == [0, 1, 2])
    #expect(record.punishments.contains { $0.isSchedulable && !$0.workAttachments.isEmpty })
    #expect(record.punishments.contains { $0.slot == nil })
    #expect(Set(record.observations.map(\.code)) == [0, 1, 2])
    #expect(record.subjects.reduce(0) { $0 + $1.secondsMissed } > 0)
    #expect(record.subjects.allSatisfy { $0.secondsMissed <= $0.secondsHeld })
    let latest = max(calendar.today, calendar.schoolDay(from: calendar.firstDay))
    #expect(record.absences.allSatisfy { $0.start.date <= latest })
  }

  @Test func daysOutsideTheIntervalAreLeftOut() throws {
    let school = try SampleSchools.school("2026-11-25")
    let day = school.calendar.lastDay
    let record = try school.attendance(forStudent: school.mainStudent, from: day, to: day)
    #expect(record.absences.isEmpty && record.delays.isEmpty && record.punishments.isEmpty)
    #expect(record.observations.isEmpty && record.subjects.isEmpty)
  }

  @Test(arguments: SampleSchools.days) func everySchoolDayHasLunch(day: String) throws {
    let school = try SampleSchools.school(day)
    let calendar = school.calendar
    let first = calendar.year.firstMonday
    let menus = try school.menus(from: first, to: first.adding(days: 8))
    #expect(menus.map(\.date) == (first...first.adding(days: 8)).filter { calendar.isSchoolDay($0) })
    for menu in menus {
      #expect(menu.courses.map(\.code) == [0, 1, 2, 5, 4])
      #expect(menu.courses.allSatisfy { !$0.foods.isEmpty })
    }
    let foods = menus.flatMap(\.courses).flatMap(\.foods)
    #expect(foods.contains { !$0.labels.isEmpty } && foods.contains { !$0.allergens.isEmpty })
    #expect(try school.weeksWithMenus().contains(calendar.currentWeek))
    let tags = try school.menuTags()
    #expect(tags.labels.count == 5 && tags.allergens.count == 8)
  }

  @Test func theTeachingStaffHasWeeklyHours() throws {
    let school = try SampleSchools.school("2026-11-25")
    let staff = try school.teachingStaff(forStudent: school.mainStudent)
    let subjects = staff.flatMap(\.subjects)
    #expect(subjects.contains { $0.subject.label == "MATHÉMATIQUES" && $0.weeklyTime == "4h00" })
    #expect(subjects.contains { $0.subject.label == "ESPAGNOL LV2" && $0.weeklyTime == "3h00" })
    #expect(!subjects.contains { $0.subject.label == "ALLEMAND LV2" })
    #expect(subjects.contains { $0.subject.label == "PHYSIQUE-CHIMIE" && $0.weeklyTime == "1h30" })
    #expect(staff.contains { $0.function?.label == "CPE" && $0.subjects.isEmpty })
    #expect(Set(staff.map(\.person.key)).count == staff.count)
  }
}
