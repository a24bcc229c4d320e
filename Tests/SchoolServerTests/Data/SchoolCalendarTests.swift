import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolCalendarTests {
  @Test(arguments: [
    ("2026-11-25", "2026-08-31", "2027-07-09", "2026-2027"),
    ("2026-07-14", "2025-09-01", "2026-07-17", "2025-2026"),
    ("2026-07-15", "2026-07-13", "2027-07-09", "2026-2027"),
    ("2026-08-27", "2026-08-24", "2027-07-09", "2026-2027"),
    ("2021-03-17", "2020-08-31", "2021-07-09", "2020-2021"),
    ("2029-11-05", "2029-09-03", "2030-07-05", "2029-2030"),
  ])
  func theYearHoldsToday(day: String, firstMonday: String, lastDay: String, name: String) throws {
    let calendar = try SampleSchools.school(day).calendar
    #expect(calendar.year.firstMonday.description == firstMonday)
    #expect(calendar.lastDay.description == lastDay)
    #expect(calendar.year.name == name)
    #expect((calendar.firstDay...calendar.lastDay).contains(calendar.today))
  }

  @Test(arguments: SampleSchools.days) func theCurrentWeekIsAnOrdinaryWeek(day: String) throws {
    let calendar = try SampleSchools.school(day).calendar
    for offset in 0..<5 {
      #expect(calendar.isSchoolDay(calendar.today.monday.adding(days: offset)))
    }
    #expect(calendar.currentPeriod.map { ($0.start...$0.end).contains(calendar.today) } == true)
    #expect(calendar.terms.count == 3)
    #expect(calendar.terms[0].start == calendar.firstDay)
    #expect(calendar.terms[1].start == calendar.terms[0].end.adding(days: 1))
    #expect(calendar.terms[2].end == calendar.lastDay)
  }

  @Test func holidaysAreThoseOfTheYear() throws {
    let holidays = try SampleSchools.school("2026-11-25").calendar.holidays.map(\.holiday)
    #expect(
      holidays.contains(
        Holiday(
          name: "Vacances de la Toussaint",
          firstDay: SampleSchools.date("2026-10-17"),
          lastDay: SampleSchools.date("2026-11-01")
        )
      )
    )
    #expect(holidays.contains { $0.name == "Lundi de Pâques" && $0.firstDay.description == "2027-03-29" })
    #expect(holidays.contains { $0.name == "Lundi de Pentecôte" && $0.firstDay.description == "2027-05-17" })
  }

  @Test func slotsAndFortnightsFollowTheGrid() throws {
    let calendar = try SampleSchools.school("2026-11-25").calendar
    #expect(CalendarRecord.time(ofSlot: 0).description == "08:00")
    #expect(CalendarRecord.time(ofSlot: 19).description == "17:30")
    #expect(calendar.year.fortnight(ofWeek: 1) == "Q1")
    #expect(calendar.year.fortnight(ofWeek: 2) == "Q2")
    #expect(calendar.schoolDay(from: SampleSchools.date("2026-10-16")).description == "2026-10-16")
    #expect(calendar.schoolDay(from: SampleSchools.date("2026-10-17")).description == "2026-11-02")
  }
}
