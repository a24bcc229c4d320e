import SchoolModel
import Testing

/// Functions document 1.12.
@Suite struct `The school year` {
  private static func year(firstMonday: String = "2024-09-02") throws -> SchoolYear {
    let monday = try #require(LocalDate(firstMonday))
    let christmas = Holiday(
      name: "Noël",
      firstDay: try #require(LocalDate("2024-12-21")),
      lastDay: try #require(LocalDate("2025-01-05"))
    )
    return SchoolYear(
      name: "2024-2025",
      firstMonday: monday,
      firstDay: nil,
      lastDay: nil,
      fortnights: [.init(label: "Q1", weeks: [1, 3, 5]), .init(label: "Q2", weeks: [2, 4])],
      holidays: [christmas],
      workingDays: [.monday, .tuesday]
    )
  }

  @Test(arguments: [
    ("2024-09-02", 1), ("2024-09-08", 1), ("2024-09-09", 2), ("2024-12-31", 18), ("2025-01-01", 18), ("2025-01-06", 19),
    ("2024-08-30", 0), ("2024-08-26", 0), ("2024-08-25", -1), ("2024-09-01", 0), ("2025-11-03", 62), ("2025-11-09", 62),
  ])
  func `numbers its weeks from the first Monday`(day: String, week: Int) throws {
    let year = try Self.year()
    let date = try #require(LocalDate(day))
    #expect(year.weekNumber(of: date) == week)
    #expect(year.monday(ofWeek: week) == date.monday)
  }

  @Test(arguments: [("2020-08-31", 1), ("2020-09-06", 1), ("2020-09-07", 2), ("2021-03-17", 29)])
  func `agrees with the session document`(day: String, week: Int) throws {
    let date = try #require(LocalDate(day))
    #expect(try Self.year(firstMonday: "2020-08-31").weekNumber(of: date) == week)
  }

  @Test func `starts each week on its Monday`() throws {
    let year = try Self.year()
    #expect(year.monday(ofWeek: 19) == LocalDate("2025-01-06"))
    #expect(year.monday(ofWeek: 0) == LocalDate("2024-08-26"))
    for number in -3...70 {
      let monday = year.monday(ofWeek: number)
      #expect(monday.weekday == .monday)
      #expect(year.weekNumber(of: monday) == number && year.weekNumber(of: monday.adding(days: 6)) == number)
    }
  }

  @Test func `labels its fortnights`() throws {
    let year = try Self.year()
    #expect(year.fortnight(ofWeek: 1) == "Q1" && year.fortnight(ofWeek: 4) == "Q2" && year.fortnight(ofWeek: 9) == nil)
  }

  @Test(
    arguments: [("2024-12-20", nil), ("2024-12-21", "Noël"), ("2025-01-05", "Noël"), ("2025-01-06", nil)]
      as [(String, String?)]
  )
  func `knows its holidays, first and last day included`(day: String, name: String?) throws {
    #expect(try Self.year().holiday(on: try #require(LocalDate(day)))?.name == name)
  }

  @Test func `has periods that hold days when their bounds are known`() throws {
    let first = try #require(LocalDate("2024-09-02"))
    let last = try #require(LocalDate("2024-11-30"))
    let term = GradingPeriod(id: "t1", name: "Trimestre 1", kind: .term, start: first, end: last)
    #expect(term.contains(first) && term.contains(last) && !term.contains(last.adding(days: 1)))
    let open = GradingPeriod(id: "x", name: "Hors période", kind: .other, start: nil, end: last)
    #expect(!open.contains(first))
    let reversed = GradingPeriod(id: "r", name: "?", kind: .other, start: last, end: first)
    #expect(!reversed.contains(first))
  }
}
