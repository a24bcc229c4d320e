import PronoteWire
public import SchoolModel

extension PronoteSession {
  /// The lessons between two days, the first and the last included. One request for each week that the days touch.
  ///
  /// ("Emploi du temps".) Of two entries on one slot, the one that counts is in `lessons`, the other in `superseded`.
  ///
  /// - Parameter student: whose timetable; nil for the account's owner (teachers).
  /// - Throws: ``PronoteError``: `notPublished`, `unknownStudent`, `sessionExpired`, ….
  public func timetable(for student: Student?, in days: ClosedRange<LocalDate>) async throws -> Timetable {
    let year = directory.profile.year
    var pages: [TimetableMapping.Page] = []
    for week in year.weekNumber(of: days.lowerBound)...year.weekNumber(of: days.upperBound) {
      let response = try await read(PageEmploiDuTemps.self, tab: Tab.timetable, student: student) { directory in
        PageEmploiDuTemps.Request(ressource: try directory.element(for: student), numeroSemaine: week)
      }
      pages.append(.init(week: week, response: response))
    }
    let mapping = TimetableMapping(parameters: directory.parameters, profile: directory.profile)
    return mapping.timetable(pages, student: student, days: days)
  }
}
