/// The identifiers of stored accounts: eight letters and digits that cannot be mistaken for one another.
public enum AccountIdentifier {
  private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

  /// A fresh identifier.
  public static func random() -> String {
    String((0..<8).map { _ in alphabet[Int.random(in: alphabet.indices)] })
  }

  /// Whether a text can be an identifier at all; anything else never becomes part of a path.
  public static func isWellFormed(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
  }
}
