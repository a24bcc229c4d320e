import Crypto
import Foundation
import PronoteWire

/// Names a document in an address that nobody can guess, and that stays the same while the school runs.
///
/// The text is hexadecimal: the purpose, the numbers, and a code that proves that this school wrote them (HMAC-SHA-256,
/// RFC 2104).
struct DocumentTicket: Sendable, Hashable {
  /// What kind of document it is.
  enum Purpose: UInt8, Sendable, CaseIterable {
    /// The calendar of an account: account, person.
    case calendar = 1
    /// A printed timetable: session, person, first and last week.
    case timetable = 2
    /// A printed report card: session, student, period.
    case reportCard = 3

    fileprivate var numberCount: Int {
      switch self {
      case .calendar: 2
      case .timetable: 4
      case .reportCard: 3
      }
    }
  }

  let purpose: Purpose
  let numbers: [Int64]

  private static let secret = SymmetricKey(size: .bits256)

  init(_ purpose: Purpose, _ numbers: [Int64]) {
    self.purpose = purpose
    self.numbers = numbers
  }

  /// Reads a ticket; nil for anything that this school did not write.
  init?(_ text: some StringProtocol, _ purpose: Purpose) {
    let codeLength = SHA256.byteCount
    guard let bytes = Hex.decode(String(text)), bytes.count == 1 + 8 * purpose.numberCount + codeLength,
      bytes[0] == purpose.rawValue
    else { return nil }
    let content = bytes.dropLast(codeLength)
    let code = bytes.suffix(codeLength)
    guard HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: DocumentTicket.secret) else {
      return nil
    }
    self.purpose = purpose
    numbers = (0..<purpose.numberCount).map { index in
      content.dropFirst(1 + 8 * index).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
  }

  /// The ticket as it stands in addresses.
  var text: String {
    var content = [purpose.rawValue]
    for number in numbers {
      content += (0..<8).map { UInt8(truncatingIfNeeded: number >> Int64(56 - 8 * $0)) }
    }
    let code = HMAC<SHA256>.authenticationCode(for: content, using: DocumentTicket.secret)
    return Hex.encode(content + Array(code), uppercase: true)
  }
}
