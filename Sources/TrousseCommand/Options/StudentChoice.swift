package import SchoolModel

/// Whom a command reads about.
package enum StudentChoice {
  /// The student that `child` names among an account's students; without a name the only one.
  ///
  /// - Returns: nil when the account has no students (a teacher) and none was named.
  /// - Throws: ``CommandFailure`` when the name fits none or several, or when there are several and no name.
  package static func student(named child: String?, among students: [Student]) throws -> Student? {
    let names = students.map { $0.name.printable }.joined(separator: ", ")
    guard let child else {
      guard students.count > 1 else { return students.first }
      throw CommandFailure.usage("choose one with --child: \(names)", code: .ambiguousStudent)
    }
    switch NameMatch(child, in: students.map(\.name), by: .part) {
    case .found(let index):
      return students[index]
    case .ambiguous(let indices):
      let names = indices.map { students[$0].name.printable }.joined(separator: ", ")
      throw CommandFailure.usage("'\(child)' fits several students: \(names)", code: .ambiguousStudent)
    case .none:
      let known = students.isEmpty ? "the account has no students" : "the account has: \(names)"
      throw CommandFailure.usage("no student is named '\(child)'; \(known)", code: .unknownStudent)
    }
  }
}
