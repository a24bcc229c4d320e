/// The version of a PRONOTE server, compared number by number: 2024.3.10 is later than 2024.3.9.
package struct ServerVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The numbers, three or four of them, trailing zeros dropped for comparison.
  package let numbers: [Int]

  package init(_ numbers: [Int]) {
    self.numbers = numbers
  }

  /// Reads `2026.2.5` or `2026.2.5.7`; nil when the first part is no number.
  package init?(_ text: some StringProtocol) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...6).contains(numbers.count), numbers.allSatisfy({ $0 != nil && $0! >= 0 }) else { return nil }
    self.init(numbers.compactMap { $0 })
  }

  package static func < (left: ServerVersion, right: ServerVersion) -> Bool {
    for index in 0..<max(left.numbers.count, right.numbers.count) {
      let l = index < left.numbers.count ? left.numbers[index] : 0
      let r = index < right.numbers.count ? right.numbers[index] : 0
      if l != r { return l < r }
    }
    return false
  }

  package static func == (left: ServerVersion, right: ServerVersion) -> Bool {
    !(left < right) && !(right < left)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(Array(numbers.reversed().drop { $0 == 0 }))
  }

  package var description: String { numbers.map(String.init).joined(separator: ".") }
}
