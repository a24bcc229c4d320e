import SchoolModel
import Testing
import TrousseCommand

@Suite struct `A day on the command line` {
  /// A Saturday.
  private static let today = LocalDate("2026-11-21")!

  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("21/11/2026", "2026-11-21"), ("1/2/2027", "2027-02-01"), ("today", "2026-11-21"),
    ("Tomorrow", "2026-11-22"), ("yesterday", "2026-11-20"), ("saturday", "2026-11-21"), ("sunday", "2026-11-22"),
    ("Friday", "2026-11-27"), ("monday", "2026-11-23"),
  ])
  func `is understood`(text: String, day: String) {
    #expect(DayExpression(text)?.day(today: Self.today).description == day)
  }

  @Test(arguments: [
    "", "2026-02-30", "31/02/2026", "21-11-2026", "2026/11/21", "21/11/26", "lun", "demain", "+1/1/2026",
  ])
  func `is refused when it is none`(text: String) {
    #expect(DayExpression(text) == nil)
  }
}

@Suite struct `The days of a dated command` {
  private static let today = LocalDate("2026-11-21")!
  private static let firstMonday = LocalDate("2026-08-31")!

  private static func text(_ selection: DaySelection) throws -> String {
    let days = try selection.days(today: today, firstMonday: firstMonday)
    return "\(days.lowerBound) \(days.upperBound)"
  }

  @Test func `are this week from Monday to Sunday by default`() throws {
    #expect(try Self.text(.currentWeek) == "2026-11-16 2026-11-22")
  }

  @Test func `are one day, one of the school's weeks or an interval`() throws {
    #expect(try Self.text(.day(.offset(1))) == "2026-11-22 2026-11-22")
    #expect(try Self.text(.week(1)) == "2026-08-31 2026-09-06")
    #expect(try Self.text(.week(62)) == "2027-11-01 2027-11-07")
    #expect(try Self.text(.interval(.offset(0), .weekday(.friday))) == "2026-11-21 2026-11-27")
  }

  @Test func `are refused backwards and beyond a year`() {
    #expect(throws: CommandFailure.self) { try Self.text(.interval(.offset(1), .offset(0))) }
    #expect(throws: CommandFailure.self) { try Self.text(.interval(.offset(0), .offset(440))) }
    #expect(throws: Never.self) { try Self.text(.interval(.offset(0), .offset(439))) }
  }
}
