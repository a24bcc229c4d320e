import PronoteWire

extension SessionCipher {
  /// A secret inside a payload, which is encrypted whatever the session's flags; nil when there is none, or it does not
  /// decrypt.
  func secret(_ hex: String?) -> String? {
    hex.flatMap { try? decrypt(hex: $0) }
  }

  /// A secret that can be a PIN: four digits.
  func pin(_ hex: String?) -> String? {
    guard let pin = secret(hex), pin.utf8.count == 4, pin.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return pin
  }
}
