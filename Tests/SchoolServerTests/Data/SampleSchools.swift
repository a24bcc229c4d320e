import SchoolModel
import SchoolServer
import Synchronization

/// Schools made up once and shared by the tests that only read.
enum SampleSchools {
  /// Days of all sorts: an ordinary Wednesday, a weekend, vacations, the edges of the year, another year.
  static let days = [
    "2026-11-25", "2026-11-21", "2026-12-29", "2026-08-27", "2026-07-01", "2026-07-14", "2026-07-15", "2021-03-17",
    "2026-09-01", "2027-05-06", "2029-09-02",
  ]

  private static let schools = Mutex<[String: SchoolDatabase]>([:])

  /// The school around a day.
  static func school(_ day: String) throws -> SchoolDatabase {
    try schools.withLock { schools in
      if let school = schools[day] { return school }
      let school = try open(day)
      schools[day] = school
      return school
    }
  }

  /// A school of its own, to write into.
  static func open(_ day: String, path: String? = nil, seed: UInt64 = 1) throws -> SchoolDatabase {
    try SchoolDatabase.open(at: path, today: date(day), seed: seed)
  }

  static func date(_ text: String) -> LocalDate {
    LocalDate(text) ?? LocalDate(dayNumber: 0)
  }
}

extension SchoolDatabase {
  /// The key of the demonstration student.
  var mainStudent: Int64 {
    get throws { try account(login: "demonstration", space: .student)?.person.key ?? 0 }
  }

  /// The key of the demonstration parent.
  var mainParent: Int64 {
    get throws { try account(login: "demonstration", space: .parent)?.person.key ?? 0 }
  }

  /// The days of today's week.
  var currentDays: ClosedRange<LocalDate> {
    calendar.today.monday...calendar.today.monday.adding(days: 6)
  }
}
