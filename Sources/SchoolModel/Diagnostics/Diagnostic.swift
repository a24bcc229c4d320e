/// Something in an answer that could not be read, reported beside what could.
///
/// One unreadable lesson never loses the other nineteen: it becomes a diagnostic.
public struct Diagnostic: Hashable, Sendable {
  /// Where in the answer, as a path: `ListeCours[3].DateDuCours`.
  public var location: String

  /// What was expected and what was seen there. Never holds a name, a mark or a secret.
  public var message: String

  /// A report about one place.
  public init(location: String, message: String) {
    self.location = location
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// In words.
  public var description: String { "\(location): \(message)" }
}
