package import SchoolModel

/// Which grading period a command reads.
package enum PeriodChoice {
  /// The period that `name` names or begins with; without a name the current one.
  ///
  /// - Throws: ``CommandFailure`` when the name fits none or several, or when there is no current period.
  package static func period(
    named name: String?,
    among periods: [GradingPeriod],
    current: GradingPeriod?
  ) throws -> GradingPeriod {
    let names = periods.map { $0.name.printable }.joined(separator: ", ")
    guard let name else {
      if let current { return current }
      let known = periods.isEmpty ? "the school has none" : "choose one with --period: \(names)"
      throw CommandFailure.usage("there is no current grading period; \(known)", code: .unknownPeriod)
    }
    switch NameMatch(name, in: periods.map(\.name), by: .prefix) {
    case .found(let index):
      return periods[index]
    case .ambiguous(let indices):
      // Schools list the same period once for each use; equal names mean the same one.
      if Set(indices.map { periods[$0].name }).count == 1 { return periods[indices[0]] }
      let names = indices.map { periods[$0].name.printable }.joined(separator: ", ")
      throw CommandFailure.usage("'\(name)' fits several grading periods: \(names)", code: .unknownPeriod)
    case .none:
      throw CommandFailure.usage("no grading period is named '\(name)'; the school has: \(names)", code: .unknownPeriod)
    }
  }
}
