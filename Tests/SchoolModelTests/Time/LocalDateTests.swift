import Foundation
import SchoolModel
import Testing

@Suite struct `A calendar day` {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("1899-12-30", -25_569),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2000-03-01", 11_017), ("1900-03-01", -25_508),
  ])
  func `has its number`(text: String, number: Int) throws {
    let day = try #require(LocalDate(text))
    #expect(day.dayNumber == number)
    #expect(LocalDate(dayNumber: number).description == text)
  }

  @Test(arguments: [
    ("2000", true), ("2024", true), ("1900", false), ("2100", false), ("2023", false), ("0004", true), ("0100", false),
    ("0400", true), ("9996", true),
  ])
  func `of a leap year may be 29 February`(year: String, isLeap: Bool) {
    #expect((LocalDate("\(year)-02-29") != nil) == isLeap)
    #expect(LocalDate("\(year)-02-28")?.adding(days: 1).description == "\(year)-\(isLeap ? "02-29" : "03-01")")
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-21 ", " 2026-11-21", "2026-11-21T00:00", "26-11-21", "2026-1-21", "2026-11-2",
    "2026/11/21", "20261121", "2026-13-01", "2026-00-01", "2026-11-31", "2026-11-00", "2026-02-29", "0000-01-01",
    "+026-01-01", "-026-01-01", "2026--1-01", "٢٠٢٦-١١-٢١", "12026-01-01", "2026-11-21-01", "2026-ab-cd",
  ])
  func `is written in ISO 8601 and nothing else`(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("2000-01-01", .saturday), ("2024-09-02", .monday), ("2024-09-08", .sunday),
    ("2025-06-30", .monday), ("2026-11-21", .saturday), ("1899-12-30", .saturday), ("1789-07-14", .tuesday),
    ("0001-01-01", .monday), ("9999-12-31", .friday), ("2024-02-29", .thursday), ("1969-12-31", .wednesday),
  ])
  func `falls on its weekday`(text: String, weekday: Weekday) throws {
    let day = try #require(LocalDate(text))
    #expect(day.weekday == weekday)
    #expect(day.monday.weekday == .monday)
    #expect((0...6).contains(day.days(since: day.monday)))
  }

  @Test func `round-trips from year 1 to year 9999`() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = -719_162
    for year in 1...9999 {
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      for (index, length) in lengths.enumerated() {
        let last = index == 1 && isLeap ? 29 : length
        let first = try #require(LocalDate(year: year, month: index + 1, day: 1))
        let end = LocalDate(dayNumber: number + last - 1).components
        guard first.dayNumber == number, end == (year, index + 1, last) else {
          Issue.record("month \(index + 1) of year \(year)")
          return
        }
        number += last
      }
    }
    #expect(number == 2_932_897)
  }

  @Test func `agrees with Foundation's Gregorian calendar`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -80_000, to: 80_000, by: 997) {
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday],
        from: Date(timeIntervalSince1970: Double(number) * 86_400)
      )
      let day = LocalDate(dayNumber: number)
      #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
      #expect(day.weekday.rawValue % 7 + 1 == parts.weekday)
    }
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 32), (.max, .max, .max),
  ])
  func `has numbers of a real day`(year: Int, month: Int, day: Int) {
    #expect(LocalDate(year: year, month: month, day: day) == nil)
  }

  @Test func `strides and compares`() throws {
    let monday = try #require(LocalDate("2024-12-30"))
    let sunday = try #require(LocalDate("2025-01-05"))
    #expect(Array(monday...sunday).count == 7)
    #expect(Array(monday...sunday).map(\.weekday) == Weekday.allCases)
    #expect(
      Array(stride(from: monday, through: sunday, by: 3)).map(\.description) == [
        "2024-12-30", "2025-01-02", "2025-01-05",
      ]
    )
    #expect(monday < sunday && sunday.days(since: monday) == 6 && monday.days(since: sunday) == -6)
    #expect(monday.distance(to: sunday) == 6 && monday.advanced(by: -1).description == "2024-12-29")
    #expect(Weekday.monday < .sunday)
  }

  @Test func `is a text in JSON`() throws {
    let day = try #require(LocalDate("2026-11-21"))
    let data = try JSONEncoder().encode([day])
    #expect(String(decoding: data, as: UTF8.self) == #"["2026-11-21"]"#)
    #expect(try JSONDecoder().decode([LocalDate].self, from: data) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([LocalDate].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }
}
