import PronoteWire
public import SchoolModel

extension PronoteSession {
  /// The grades and averages of one grading period. One request.
  ///
  /// ("Dernières notes".)
  ///
  /// - Throws: ``PronoteError``: `notPublished`, `unknownStudent`, `unknownPeriod`, `sessionExpired`, ….
  public func grades(for student: Student, in period: GradingPeriod) async throws -> GradeBook {
    let response = try await read(DernieresNotes.self, tab: Tab.latestGrades, student: student) { directory in
      DernieresNotes.Request(periode: try directory.element(for: period))
    }
    return GradeBook(response, student: student, period: period)
  }
}
