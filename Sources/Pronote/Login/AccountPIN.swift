/// The PIN that protects an account (second factor). Not the PIN of a pairing code (``PairingPIN``). Never stored.
public struct AccountPIN: Sendable, Hashable {
  let digits: String

  /// At least four digits; students and parents have exactly four.
  ///
  /// - Throws: ``PronoteError`` with code `badPIN`.
  public init(_ digits: String) throws(PronoteError) {
    guard (4...16).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw PronoteError(.badPIN, "the PIN of an account is four digits or more", facts: .init(step: "second factor"))
    }
    self.digits = digits
  }
}

extension AccountPIN: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the digits.
  public var description: String { "<redacted>" }
  /// Never the digits.
  public var debugDescription: String { description }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
