/// Checks the host and port of an address.
enum HostName {
  /// Splits `host:port`, checked. The host comes back in lower case, an IPv6 address without its brackets. Nil when
  /// there is user information, no host, a host with a character that host names do not have, or a port out of range.
  static func split(_ authority: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    let name: ArraySlice<UInt8>
    let rest: ArraySlice<UInt8>
    if authority.first == UInt8(ascii: "[") {
      guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      name = authority[authority.index(after: authority.startIndex)..<end]
      rest = authority[(end + 1)...]
      guard isIPv6(name) else { return nil }
    } else {
      let colon = authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
      name = authority[..<colon]
      rest = authority[colon...]
      guard isName(name) else { return nil }
    }
    let host = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
    guard let first = rest.first else { return (host, nil) }
    guard first == UInt8(ascii: ":") else { return nil }
    let digits = rest.dropFirst()
    if digits.isEmpty { return (host, nil) }
    guard digits.count <= 5, let port = decimal(digits), (1...65_535).contains(port) else { return nil }
    return (host, port)
  }

  /// Whether a host is four numbers from 0 to 255 with dots between them.
  static func isIPv4(_ host: some StringProtocol) -> Bool {
    isIPv4(ArraySlice(host.utf8))
  }

  /// Whether a host is an address rather than a name. A last label of digits counts as an address, as in browsers.
  static func isAddress(_ host: String) -> Bool {
    if host.utf8.contains(UInt8(ascii: ":")) { return true }
    guard let last = host.utf8.split(separator: UInt8(ascii: ".")).last else { return false }
    return last.allSatisfy(\.isASCIIDigit)
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard !name.isEmpty, name.count <= 253 else { return false }
    var labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    return labels.allSatisfy { label in
      !label.isEmpty && label.count <= 63
        && label.allSatisfy {
          $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
    }
  }

  private static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { $0.count <= 3 && (decimal($0) ?? 256) <= 255 }
  }

  /// RFC 4291 section 2.2, without zone identifiers.
  private static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 45 else { return false }
    let groups = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard groups.count >= 3, groups.count <= 9 else { return false }
    var width = 0
    var gaps = 0
    for (index, group) in groups.enumerated() {
      if group.isEmpty {
        // The empty group before a leading `::` and after a trailing one belong to that gap.
        let isEdge =
          (index == 0 && groups[1].isEmpty) || (index == groups.count - 1 && groups[index - 1].isEmpty)
        if index == 0 || index == groups.count - 1 {
          guard isEdge else { return false }
        } else {
          gaps += 1
        }
      } else if index == groups.count - 1, group.contains(UInt8(ascii: ".")) {
        guard isIPv4(group) else { return false }
        width += 2
      } else {
        guard group.count <= 4, group.allSatisfy({ $0.hexValue != nil }) else { return false }
        width += 1
      }
    }
    // `::` alone is three empty groups with one in the middle.
    return gaps == 0 ? width == 8 : gaps == 1 && width <= 7
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
