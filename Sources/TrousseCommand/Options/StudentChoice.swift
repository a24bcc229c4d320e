package import SchoolModel

/// Whom a command reads about.
package enum StudentChoice {
  /// Whether what was written behind `--child` means every student of the account.
  package static func isAll(_ child: String?) -> Bool { child?.lowercased() == "all" }

  /// The student that `child` names among an account's students; without a name the only one.
  ///
  /// - Returns: nil when the account has no students (a teacher) and none was named.
  /// - Throws: ``CommandFailure`` when the name fits none or several, or when there are several and no name.
  package static func student(named child: String?, among students: [Student]) throws -> Student? {
    guard let child else {
      guard students.count > 1 else { return students.first }
      throw ambiguous(among: students.map(\.name))
    }
    return students[try index(named: child, among: students.map(\.name))]
  }

  /// The place of the student that `child` names.
  ///
  /// - Throws: ``CommandFailure`` when the name fits none or several.
  package static func index(named child: String, among names: [String]) throws -> Int {
    switch NameMatch(child, in: names, by: .part) {
    case .found(let index): return index
    case .ambiguous(let indices):
      let names = indices.map { names[$0].printable }.joined(separator: ", ")
      throw CommandFailure.usage("'\(child)' fits several students: \(names)", code: .ambiguousStudent)
    case .none:
      let known =
        names.isEmpty
        ? "the account has no students"
        : "the account has: \(names.map(\.printable).joined(separator: ", "))"
      throw CommandFailure.usage("no student is named '\(child)'; \(known)", code: .unknownStudent)
    }
  }

  /// There are several students, and none was named.
  static func ambiguous(among names: [String]) -> CommandFailure {
    let names = names.map(\.printable).joined(separator: ", ")
    return .usage("choose one with --child, or all of them with '--child all': \(names)", code: .ambiguousStudent)
  }

  /// There is no student at all.
  static func none(in space: String) -> CommandFailure {
    .usage("the account (\(space)) has no students", code: .unknownStudent)
  }
}
