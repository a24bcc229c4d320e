extension PronoteSession: CustomStringConvertible {
  /// Whose session it is: `PronoteSession(lou, student, https://0310047h.index-education.net/pronote)`.
  public nonisolated var description: String { "PronoteSession(\(username), \(space), \(school.root))" }
}
