import AccountVault
import Foundation
import SchoolModel
import SchoolTesting
import Testing
import WebSession

/// When programs that nobody watches leave a school alone.
@Suite struct `Rest times` {
  private let zone = TimeZone(identifier: "Europe/Paris")!

  private func account(_ calendar: SchoolCalendar?, lastSuccess: String? = nil) -> StoredAccount {
    let details = AccountDetails(
      school: "https://school.example/pronote",
      schoolName: "School",
      space: "student",
      username: "lou",
      timeZone: zone.identifier,
      name: "Lou",
      students: [],
      calendar: calendar
    )
    var account = StoredAccount(details: details, created: .distantPast, deviceID: "d", token: Secret("t"))
    if let lastSuccess { account.note(success: instant(lastSuccess)) }
    return account
  }

  private func instant(_ text: String) -> Date {
    let parts = text.split(separator: " ")
    let time = parts[1].split(separator: ":").compactMap { Int($0) }
    return LocalDate(parts[0])!.at(LocalTime(hour: time[0], minute: time[1])!).instant(in: zone)
  }

  private func day(_ text: String) -> LocalDate { LocalDate(text)! }

  private var calendar: SchoolCalendar {
    SchoolCalendar(
      firstDay: day("2026-08-31"),
      lastDay: day("2027-07-03"),
      holidays: [
        day("2026-10-17")...day("2026-10-31"), day("2026-11-01")...day("2026-11-01"),
        day("2026-11-11")...day("2026-11-11"),
      ]
    )
  }

  @Test(
    arguments: [
      ("2026-11-25 21:59", nil), ("2026-11-25 22:00", 8 * 60), ("2026-11-25 23:30", 6.5 * 60), ("2026-11-26 05:59", 1),
      ("2026-11-26 06:00", nil),
      // The clock is set back in this night: it is an hour longer.
      ("2026-10-24 22:00", 9 * 60),
    ] as [(String, Double?)]
  )
  func `are the night, by the school's clock`(moment: String, minutes: Double?) {
    let rest = account(nil).rest(at: instant(moment), limits: .standard)
    #expect(rest?.code == minutes.map { _ in .quietHours })
    if let rest, let minutes { #expect(abs(rest.retryAfter / .seconds(60) - minutes) < 0.01) }
    var limits = BudgetLimits.standard
    limits.quietHours = nil
    #expect(account(nil).rest(at: instant(moment), limits: limits) == nil)
  }

  @Test(
    arguments: [
      ("2026-10-16 12:00", nil), ("2026-10-17 12:00", "2026-11-02 06:00"), ("2026-11-01 12:00", "2026-11-02 06:00"),
      ("2026-11-11 12:00", "2026-11-12 06:00"), ("2026-11-12 06:00", nil),
    ] as [(String, String?)]
  )
  func `are the holidays, and those that touch are one`(moment: String, end: String?) {
    let rest = account(calendar).rest(at: instant(moment), limits: .standard)
    #expect(rest?.code == end.map { _ in .holidays })
    if let rest, let end {
      #expect(abs(rest.retryAfter / .seconds(1) - instant(end).timeIntervalSince(instant(moment))) < 1)
    }
    var limits = BudgetLimits.standard
    limits.restsInHolidays = false
    #expect(account(calendar).rest(at: instant(moment), limits: limits) == nil)
  }

  @Test func `are most of the summer: one look a week tells whether the new year has begun`() {
    let late = account(calendar, lastSuccess: "2027-07-02 18:00")
    #expect(late.rest(at: instant("2027-07-03 12:00"), limits: .standard) == nil)
    #expect(late.rest(at: instant("2027-07-04 12:00"), limits: .standard)?.code == .holidays)
    #expect(late.rest(at: instant("2027-07-09 12:00"), limits: .standard) == nil)
    // The requests that follow the login of such a look are a part of it, and what comes later is not.
    let looking = account(calendar, lastSuccess: "2027-07-09 12:00")
    #expect(looking.rest(at: instant("2027-07-09 12:05"), limits: .standard) == nil)
    #expect(looking.rest(at: instant("2027-07-09 12:20"), limits: .standard)?.code == .holidays)
    #expect(account(calendar).rest(at: instant("2027-08-01 12:00"), limits: .standard) == nil, "never opened")
    let early = account(calendar, lastSuccess: "2026-08-20 12:00")
    #expect(early.rest(at: instant("2026-08-21 12:00"), limits: .standard)?.code == .holidays)
  }

  @Test func `stay with the account`() throws {
    let coded = try JSONEncoder().encode(calendar)
    #expect(try JSONDecoder().decode(SchoolCalendar.self, from: coded) == calendar)
    let damaged = Data(#"{"holidays":[["2026-13-01","x"],["2026-01-02","2026-01-01"],[]],"firstDay":"?"}"#.utf8)
    let read = try JSONDecoder().decode(SchoolCalendar.self, from: damaged)
    #expect(read == SchoolCalendar(firstDay: nil, lastDay: nil, holidays: []))
  }

  @Test(arguments: ["22:00-06:00", "0:30-7:05", "12:00-13:00"]) func `are read as people write them`(text: String) {
    #expect(QuietHours(text) != nil)
  }

  @Test(arguments: [
    "", "22:00", "22:00-22:00", "24:00-06:00", "22-6", "a:b-c:d", "22:00-06:00-07:00", "-", "+1:00-2:00",
  ])
  func `are nothing else`(text: String) {
    #expect(QuietHours(text) == nil)
  }
}
