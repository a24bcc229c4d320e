/// An identifier made from what a thing *is*.
///
/// The server's own identifiers die with the session, so they cannot be stored or compared. These are a 64-bit FNV-1a
/// hash of the content that identifies the thing, and stay the same from one login to the next. Not for security.
public struct StableID: Hashable, Sendable {
  /// Sixteen lower-case hexadecimal digits.
  public let text: String

  /// An identifier for the thing that these parts describe, in this order.
  public init(_ parts: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
      hash = (hash ^ 0x1f) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    text = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// Hands out stable identifiers and numbers the repetitions, so that two equal things in one list stay two.
public struct StableIDs: Sendable {
  private var seen: [String: Int] = [:]

  /// A fresh counter, for one list.
  public init() {}

  /// The identifier of the next thing in the list: the plain one for the first, `-2`, `-3`, … for its doubles.
  public mutating func next(_ id: StableID) -> String {
    let count = (seen[id.text] ?? 0) + 1
    seen[id.text] = count
    return count == 1 ? id.text : "\(id.text)-\(count)"
  }
}
