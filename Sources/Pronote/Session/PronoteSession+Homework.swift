import PronoteWire
public import SchoolModel

extension PronoteSession {
  /// The homework that is due between two days, the first and the last included. One request.
  ///
  /// ("Travail à faire", "cahier de textes".)
  ///
  /// - Throws: ``PronoteError``: `notPublished`, `unknownStudent`, `sessionExpired`, ….
  public func homework(for student: Student, in days: ClosedRange<LocalDate>) async throws -> HomeworkList {
    let year = directory.profile.year
    // Domains count from 1; nothing is due before the first week.
    let first = max(1, year.weekNumber(of: days.lowerBound))
    let last = year.weekNumber(of: days.upperBound)
    guard first <= last else { return HomeworkList(student: student, days: days, homework: []) }
    let response = try await read(PageCahierDeTexte.self, tab: Tab.homework, student: student) { _ in
      PageCahierDeTexte.Request(domaine: first...last)
    }
    return HomeworkList(response, student: student, days: days)
  }
}
