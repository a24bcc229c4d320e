import SchoolModel
import Testing
import TrousseCommand

@Suite struct `A day on the command line` {
  /// A Saturday.
  private static let today = LocalDate("2026-11-21")!

  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("21/11/2026", "2026-11-21"), ("1/2/2027", "2027-02-01"), ("today", "2026-11-21"),
    ("Tomorrow", "2026-11-22"), ("yesterday", "2026-11-20"), ("saturday", "2026-11-21"), ("sunday", "2026-11-22"),
    ("Friday", "2026-11-27"), ("monday", "2026-11-23"), ("21-11-2026", "2026-11-21"), ("1-2-2027", "2027-02-01"),
    ("next", "2026-11-22"), ("+0", "2026-11-21"), ("+3", "2026-11-24"), ("-1", "2026-11-20"), ("+41", "2027-01-01"),
    ("aujourd'hui", "2026-11-21"), ("Aujourd’hui", "2026-11-21"), ("DEMAIN", "2026-11-22"), ("hier", "2026-11-20"),
    ("après-demain", "2026-11-23"), ("apres-demain", "2026-11-23"), ("avant-hier", "2026-11-19"),
    ("samedi", "2026-11-21"), ("dimanche", "2026-11-22"), ("Lundi", "2026-11-23"), ("mardi", "2026-11-24"),
    ("mercredi", "2026-11-25"), ("jeudi", "2026-11-26"), ("vendredi", "2026-11-27"), ("mon", "2026-11-23"),
    ("lun", "2026-11-23"), ("lun.", "2026-11-23"), ("mar", "2026-11-24"), ("Tue", "2026-11-24"), ("mer", "2026-11-25"),
    ("wed", "2026-11-25"), ("jeu", "2026-11-26"), ("thurs", "2026-11-26"), ("ven", "2026-11-27"), ("fri", "2026-11-27"),
    ("sam", "2026-11-21"), ("sat", "2026-11-21"), ("dim", "2026-11-22"), ("sun", "2026-11-22"),
  ])
  func `is understood`(text: String, day: String) {
    #expect(DayExpression(text)?.day(today: Self.today).description == day)
  }

  @Test(arguments: [
    "", "2026-02-30", "31/02/2026", "31-02-2026", "2026/11/21", "21/11/26", "21-11", "30/02", "0/1", "1/13", "lu", "m",
    "lundis", "après", "3", "+", "-", "+1000", "+1.5", "--1", "+1/1/2026", "1/+1", "someday",
  ])
  func `is refused when it is none`(text: String) {
    #expect(DayExpression(text) == nil)
  }

  @Test(arguments: [
    ("27/11", "2026-11-21", "2026-11-27"), ("1/9", "2026-11-21", "2026-09-01"), ("05/05", "2026-11-21", "2027-05-05"),
    ("05/06", "2026-11-21", "2026-06-05"),
    ("30/12", "2027-01-02", "2026-12-30"), ("02/01", "2026-12-30", "2027-01-02"), ("01/01", "2026-12-31", "2027-01-01"),
    ("31/12", "2027-01-01", "2026-12-31"), ("29/02", "2026-11-21", "2028-02-29"), ("29/2", "2025-01-10", "2024-02-29"),
    // As far away on both sides: the one that is still to come.
    ("1/1", "2024-07-02", "2025-01-01"),
  ])
  func `without a year is the one closest to today`(text: String, today: String, day: String) throws {
    #expect(DayExpression(text)?.day(today: try #require(LocalDate(today))).description == day)
  }

  @Test(arguments: [
    // The clocks change on 25 October 2026 and on 28 March 2027.
    ("tomorrow", "2026-10-24", "2026-10-25"), ("+1", "2026-10-25", "2026-10-26"), ("hier", "2026-10-26", "2026-10-25"),
    ("next", "2027-03-27", "2027-03-28"), ("+2", "2027-03-27", "2027-03-29"), ("lun", "2027-03-28", "2027-03-29"),
    ("demain", "2026-12-31", "2027-01-01"), ("-1", "2027-01-01", "2026-12-31"), ("dim", "2026-12-31", "2027-01-03"),
  ])
  func `is the next one over a change of clocks or years, too`(text: String, today: String, day: String) throws {
    #expect(DayExpression(text)?.day(today: try #require(LocalDate(today))).description == day)
  }
}

@Suite struct `The days of a dated command` {
  private static let today = LocalDate("2026-11-21")!
  private static let firstMonday = LocalDate("2026-08-31")!

  private static func text(_ selection: DaySelection, today: LocalDate = today) throws -> String {
    let days = try selection.days(today: today, firstMonday: firstMonday)
    return "\(days.lowerBound) \(days.upperBound)"
  }

  @Test func `are this week from Monday to Sunday by default`() throws {
    #expect(try Self.text(.currentWeek) == "2026-11-16 2026-11-22")
  }

  @Test func `are one day, one of the school's weeks or an interval`() throws {
    #expect(try Self.text(.day(.offset(1))) == "2026-11-22 2026-11-22")
    #expect(try Self.text(.week(.number(1))) == "2026-08-31 2026-09-06")
    #expect(try Self.text(.week(.number(62))) == "2027-11-01 2027-11-07")
    #expect(try Self.text(.interval(.offset(0), .weekday(.friday))) == "2026-11-21 2026-11-27")
  }

  @Test(arguments: [
    ("this", "2026-11-16 2026-11-22"), ("CURRENT", "2026-11-16 2026-11-22"), ("next", "2026-11-23 2026-11-29"),
    ("last", "2026-11-09 2026-11-15"), ("previous", "2026-11-09 2026-11-15"), ("+2", "2026-11-30 2026-12-06"),
    ("-1", "2026-11-09 2026-11-15"), ("+0", "2026-11-16 2026-11-22"), ("12", "2026-11-16 2026-11-22"),
  ])
  func `are a week, however it is written`(text: String, days: String) throws {
    #expect(try Self.text(.week(#require(WeekExpression(text)))) == days)
  }

  @Test(arguments: ["", "x", "next one", "1.5", "+", "monday"])
  func `are no week that is not one`(text: String) {
    #expect(WeekExpression(text) == nil)
  }

  @Test func `are a week over a change of clocks or years, too`() throws {
    let (sunday, newYear) = (try #require(LocalDate("2026-10-25")), try #require(LocalDate("2027-01-01")))
    #expect(try Self.text(.week(.offset(1)), today: sunday) == "2026-10-26 2026-11-01")
    #expect(try Self.text(.currentWeek, today: sunday) == "2026-10-19 2026-10-25")
    #expect(try Self.text(.currentWeek, today: newYear) == "2026-12-28 2027-01-03")
    #expect(try Self.text(.week(.offset(-1)), today: newYear) == "2026-12-21 2026-12-27")
  }

  @Test func `have a beginning or an end alone`() throws {
    #expect(try Self.text(.from(.day(#require(LocalDate("2026-11-24"))))) == "2026-11-24 2026-11-29")
    #expect(try Self.text(.from(.weekday(.sunday))) == "2026-11-22 2026-11-22")
    #expect(try Self.text(.from(.day(#require(LocalDate("2026-12-31"))))) == "2026-12-31 2027-01-03")
    #expect(try Self.text(.until(.weekday(.friday))) == "2026-11-21 2026-11-27")
    #expect(try Self.text(.until(.offset(0))) == "2026-11-21 2026-11-21")
    let failure = #expect(throws: CommandFailure.self) { try Self.text(.until(.offset(-1))) }
    #expect(failure?.message == "--to (2026-11-20) is before today (2026-11-21)")
  }

  @Test func `are refused backwards and beyond a year`() {
    #expect(throws: CommandFailure.self) { try Self.text(.interval(.offset(1), .offset(0))) }
    #expect(throws: CommandFailure.self) { try Self.text(.interval(.offset(0), .offset(440))) }
    #expect(throws: Never.self) { try Self.text(.interval(.offset(0), .offset(439))) }
  }
}
