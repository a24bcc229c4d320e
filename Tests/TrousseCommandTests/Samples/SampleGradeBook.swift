import Foundation
import SchoolModel

/// Grades with every kind of mark.
enum SampleGradeBook {
  static let period = GradingPeriod(
    id: "p1",
    name: "Trimestre 1",
    kind: .term,
    start: LocalDate("2026-09-01"),
    end: LocalDate("2026-11-30")
  )

  static let book = GradeBook(
    student: SampleTimetable.student,
    period: period,
    grades: .published([
      Grade(
        id: "g1",
        date: LocalDate("2026-11-12"),
        subject: "MATHÉMATIQUES",
        mark: .points(decimal("15.50")),
        scale: 20,
        coefficient: 2,
        comment: "Fractions",
        classAverage: .points(decimal("12.08")),
        minimum: .points(4),
        maximum: .points(19)
      ),
      Grade(
        id: "g2",
        date: LocalDate("2026-11-10"),
        subject: "ANGLAIS LV1",
        mark: .state(.absent),
        scale: 10,
        isBonus: true
      ),
      Grade(id: "g3", date: nil, subject: "EPS", mark: .points(decimal("0.1")), scale: nil, isOptional: true),
    ]),
    subjects: .published([
      SubjectAverage(
        name: "MATHÉMATIQUES",
        average: .points(decimal("15.5")),
        scale: 20,
        classAverage: .points(decimal("12.08")),
        minimum: .points(decimal("6.25")),
        maximum: .points(19)
      ),
      SubjectAverage(name: "EPS", average: .state(.exempted)),
    ]),
    average: .points(decimal("14.37")),
    classAverage: nil,
    diagnostics: []
  )

  static let unpublished = GradeBook(
    student: SampleTimetable.student,
    period: period,
    grades: .notPublished,
    subjects: .notPublished,
    average: nil,
    classAverage: nil
  )

  static func decimal(_ text: String) -> Decimal {
    Decimal(string: text, locale: nil)!
  }
}
