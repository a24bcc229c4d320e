import SchoolModel
import Testing

@Suite struct `A time of day` {
  @Test(arguments: [(0, 0, 0, "00:00"), (8, 5, 0, "08:05"), (23, 59, 59, "23:59")])
  func `has hour, minute and second`(hour: Int, minute: Int, second: Int, text: String) throws {
    let time = try #require(LocalTime(hour: hour, minute: minute, second: second))
    #expect(time.hour == hour && time.minute == minute && time.second == second)
    #expect(time.description == text)
    #expect(time.minuteOfDay == hour * 60 + minute)
  }

  @Test(arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, -1, 0), (0, 0, 60), (0, 0, -1), (.max, .max, .max)])
  func `is none otherwise`(hour: Int, minute: Int, second: Int) {
    #expect(LocalTime(hour: hour, minute: minute, second: second) == nil)
  }

  @Test(arguments: [(0, "00:00"), (1439, "23:59"), (1440, "00:00"), (1470, "00:30"), (-30, "23:30"), (-1440, "00:00")])
  func `wraps into one day`(minute: Int, text: String) {
    #expect(LocalTime(minuteOfDay: minute).description == text)
  }

  @Test(arguments: [Int.min, Int.max]) func `never traps`(minute: Int) {
    #expect((0..<86_400).contains(LocalTime(minuteOfDay: minute).secondOfDay))
  }

  @Test func `is ordered`() throws {
    let morning = try #require(LocalTime(hour: 8, minute: 0))
    #expect(LocalTime.midnight < morning)
    let sharp = try #require(LocalTime(hour: 8, minute: 0, second: 1))
    #expect(morning < sharp)
  }
}
