import Foundation
import SchoolModel
import Testing

/// Functions document 1.5: PRONOTE sends no zone; the school's applies once, at the edge.
@Suite struct `A wall-clock time` {
  private static func zone(_ name: String) throws -> TimeZone {
    try #require(TimeZone(identifier: name))
  }

  private static func moment(_ text: String) throws -> LocalDateTime {
    let parts = text.split(separator: "T")
    let digits = parts[1].split(separator: ":").compactMap { Int($0) }
    let time = try #require(LocalTime(hour: digits[0], minute: digits[1], second: digits.count > 2 ? digits[2] : 0))
    return try #require(LocalDate(parts[0])).at(time)
  }

  @Test(arguments: [
    ("2026-11-21T08:00", "Europe/Paris", 1_795_244_400, "2026-11-21T08:00:00+01:00"),
    ("2026-07-01T08:00:05", "Europe/Paris", 1_782_885_605, "2026-07-01T08:00:05+02:00"),
    ("1970-01-01T00:00", "Europe/Paris", -3600, "1970-01-01T00:00:00+01:00"),
    // The last and the first wall-clock minutes around the gap of 30 March and the fold of 26 October 2025.
    ("2025-03-30T01:59", "Europe/Paris", 1_743_296_340, "2025-03-30T01:59:00+01:00"),
    ("2025-03-30T03:00", "Europe/Paris", 1_743_296_400, "2025-03-30T03:00:00+02:00"),
    ("2025-10-26T01:59", "Europe/Paris", 1_761_436_740, "2025-10-26T01:59:00+02:00"),
    ("2025-10-26T03:00", "Europe/Paris", 1_761_444_000, "2025-10-26T03:00:00+01:00"),
    ("2026-11-21T08:00", "Indian/Reunion", 1_795_233_600, "2026-11-21T08:00:00+04:00"),
    ("2026-11-21T08:00", "America/Martinique", 1_795_262_400, "2026-11-21T08:00:00-04:00"),
    ("2026-11-21T08:00", "America/Cayenne", 1_795_258_800, "2026-11-21T08:00:00-03:00"),
    ("2026-11-21T08:00", "Pacific/Noumea", 1_795_208_400, "2026-11-21T08:00:00+11:00"),
    ("2026-11-21T08:00", "Pacific/Tahiti", 1_795_284_000, "2026-11-21T08:00:00-10:00"),
    ("2026-11-21T08:00", "Pacific/Marquesas", 1_795_282_200, "2026-11-21T08:00:00-09:30"),
    ("2026-11-21T08:00", "America/Miquelon", 1_795_258_800, "2026-11-21T08:00:00-03:00"),
  ])
  func `is an instant in the school's zone`(text: String, zone: String, seconds: Int, iso: String) throws {
    let moment = try Self.moment(text)
    let zone = try Self.zone(zone)
    #expect(Int(moment.instant(in: zone).timeIntervalSince1970) == seconds)
    #expect(moment.iso8601(in: zone) == iso)
    #expect(LocalDateTime(moment.instant(in: zone), in: zone) == moment)
  }

  @Test func `that comes twice is the earlier one`() throws {
    let paris = try Self.zone("Europe/Paris")
    for minute in ["2025-10-26T02:00", "2025-10-26T02:30", "2025-10-26T02:59"] {
      let moment = try Self.moment(minute)
      #expect(moment.iso8601(in: paris).hasSuffix("+02:00"))
      #expect(LocalDateTime(moment.instant(in: paris), in: paris) == moment)
      #expect(LocalDateTime(moment.instant(in: paris).addingTimeInterval(3600), in: paris) == moment)
    }
  }

  @Test func `that never comes is as much later as the clock jumps`() throws {
    let paris = try Self.zone("Europe/Paris")
    let instant = try Self.moment("2025-03-30T02:30").instant(in: paris)
    #expect(try instant == Self.moment("2025-03-30T03:30").instant(in: paris))
  }

  @Test func `round-trips through every hour of years with changing clocks`() throws {
    for name in ["Europe/Paris", "America/Miquelon", "Pacific/Noumea"] {
      let zone = try Self.zone(name)
      for hour in stride(from: 1_735_689_600, to: 1_798_761_600, by: 3600 * 5) {
        let instant = Date(timeIntervalSince1970: Double(hour))
        let moment = LocalDateTime(instant, in: zone)
        let again = moment.instant(in: zone)
        #expect(LocalDateTime(again, in: zone) == moment)
        #expect(again == instant || again == instant.addingTimeInterval(-3600))
      }
    }
  }

  @Test(arguments: [
    (-1.0, "1969-12-31 23:59", 59), (0.0, "1970-01-01 00:00", 0), (0.999, "1970-01-01 00:00", 0),
    (-86_400.0, "1969-12-31 00:00", 0), (-86_400.5, "1969-12-30 23:59", 59), (-86_401.0, "1969-12-30 23:59", 59),
  ])
  func `is read off the clock at an instant`(seconds: Double, text: String, second: Int) throws {
    let utc = try #require(TimeZone(secondsFromGMT: 0))
    let moment = LocalDateTime(Date(timeIntervalSince1970: seconds), in: utc)
    #expect(moment.description == text)
    #expect(moment.time.second == second)
  }

  @Test func `is ordered by day, then by time`() throws {
    let early = try Self.moment("2026-11-21T23:59")
    let late = try Self.moment("2026-11-22T00:00")
    #expect(early < late)
    #expect(try Self.moment("2026-11-21T08:00") < early)
  }
}
