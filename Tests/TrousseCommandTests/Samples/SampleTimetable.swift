import Foundation
import SchoolModel

/// A week with one of everything, for rendering and encoding tests.
enum SampleTimetable {
  static let student = Student(id: "s1", name: "DUPONT Zoé", className: "3A")
  static let monday = LocalDate(year: 2026, month: 11, day: 16)!
  static let zone = TimeZone(identifier: "Europe/Paris")!

  static let week = Timetable(
    student: student,
    days: monday...monday.adding(days: 6),
    timeZone: zone,
    lessons: lessons,
    weeks: [
      Timetable.Week(
        number: 12,
        monday: monday,
        fortnight: "Q1",
        holidays: [
          Holiday(name: "Journée pédagogique", firstDay: monday.adding(days: 4), lastDay: monday.adding(days: 4))
        ]
      )
    ],
    diagnostics: [Diagnostic(location: "ListeCours[7].DateDuCours", message: "not a date")]
  )

  /// The Monday of the week alone, without holidays.
  static let dayOnly: Timetable = {
    var day = week
    day.days = monday...monday
    day.lessons = lessons.filter { $0.start.date == monday }
    day.weeks[0].holidays = []
    return day
  }()

  static let lessons: [Lesson] = [
    lesson(0, "08:00", "09:00", "MATHÉMATIQUES", ["DURAND M."], ["203"], color: "#2338BB"),
    lesson(0, "09:00", "11:00", "PHYSIQUE-CHIMIE", ["MOREAU C."], ["Labo 1"], color: "#E19C84") {
      $0.groups = ["3A-GR1"]
    },
    lesson(0, "13:30", "14:30", "ANGLAIS LV1", ["SMITH J."], ["105"]) {
      $0.isCancelled = true
      $0.change = .cancelled
      $0.status = "Prof. absent"
    },
    lesson(1, "08:00", "09:00", "FRANÇAIS", ["GALLET B."], ["12"], color: "#2BD5F3") { $0.isTest = true },
    lesson(1, "09:00", "10:00", "HISTOIRE-GÉOGRAPHIE", ["MOREAU C."], ["206"]) {
      $0.change = .roomChanged
      $0.status = "Changement de salle"
    },
    lesson(2, "10:00", "11:00", "ESPAGNOL LV2", ["GARCIA L."], []) {
      $0.links = [VideoLink(url: "https://visio.example/abc", label: "Classe virtuelle")]
      $0.memo = "Apporter\nle cahier"
    },
    lesson(2, "10:30", "11:00", "RETENUE", ["VIE SCOLAIRE"], ["Perm"]) { $0.kind = .detention },
    lesson(3, "08:00", "09:00", "EPS", ["LEROY P."], ["Gymnase"]) { $0.exemption = Exemption(reason: "Entorse") },
  ]

  static func lesson(
    _ day: Int,
    _ start: String,
    _ end: String,
    _ subject: String?,
    _ teachers: [String] = [],
    _ rooms: [String] = [],
    color: String? = nil,
    _ change: (inout Lesson) -> Void = { _ in }
  ) -> Lesson {
    var lesson = Lesson(
      id: "\(day)-\(start)",
      start: monday.adding(days: day).at(time(start)),
      end: monday.adding(days: day).at(time(end)),
      subject: subject,
      teachers: teachers,
      rooms: rooms,
      color: color
    )
    change(&lesson)
    return lesson
  }

  private static func time(_ text: String) -> LocalTime {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    return LocalTime(hour: parts[0], minute: parts[1])!
  }
}
