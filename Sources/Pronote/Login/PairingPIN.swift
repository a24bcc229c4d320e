/// The four digits that a pairing code was made with. Not the PIN of the account (``AccountPIN``).
public struct PairingPIN: Sendable, Hashable {
  let digits: String

  /// Exactly four digits; leading zeros count.
  ///
  /// - Throws: ``PronoteError`` with code `badPIN`.
  public init(_ digits: String) throws(PronoteError) {
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw PronoteError(
        .badPIN,
        "the PIN of a pairing code is exactly four digits",
        facts: .init(step: "pairing code")
      )
    }
    self.digits = digits
  }
}

extension PairingPIN: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the digits.
  public var description: String { "<redacted>" }
  /// Never the digits.
  public var debugDescription: String { description }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
