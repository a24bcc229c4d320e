/// Sets of small numbers as text: `[1,3..5,36]`, or bits `0101…` with bit 1 first (session document 6.1).
package enum WireRange {
  /// The largest number of members that a set may have; more is no set of weeks.
  package static let maximumMembers = 4096

  /// Reads a set; nil when the text is none. The numbers come sorted, each once.
  package static func parse(_ text: String) -> [Int]? {
    let text = text.trimmingBlanks
    guard text.hasPrefix("[") else { return bits(text) }
    guard text.hasSuffix("]"), text.utf8.count >= 2 else { return nil }
    let body = text.dropFirst().dropLast()
    if body.allSatisfy(\.isWhitespace) { return [] }
    var numbers: Set<Int> = []
    for item in body.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = item.split(separator: ".", omittingEmptySubsequences: false)
        .filter { !$0.isEmpty }
        .map { Int(String($0).trimmingBlanks) }
      switch (ends.count, item.contains("..")) {
      case (1, false):
        guard let number = ends[0] else { return nil }
        numbers.insert(number)
      case (2, true):
        guard let first = ends[0], let last = ends[1], first <= last,
          last.subtractingReportingOverflow(first).overflow == false, last - first < maximumMembers
        else { return nil }
        numbers.formUnion(first...last)
      default: return nil
      }
      guard numbers.count <= maximumMembers else { return nil }
    }
    return numbers.sorted()
  }

  /// The text of a set, sorted, with maximal runs.
  package static func text(_ numbers: some Sequence<Int>) -> String {
    var runs: [(first: Int, last: Int)] = []
    for number in Set(numbers).sorted() {
      if let run = runs.last, run.last + 1 == number {
        runs[runs.count - 1].last = number
      } else {
        runs.append((number, number))
      }
    }
    return "[" + runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)..\($0.last)" }.joined(separator: ",")
      + "]"
  }

  private static func bits(_ text: String) -> [Int]? {
    guard !text.isEmpty, text.utf8.count <= maximumMembers, text.allSatisfy({ $0 == "0" || $0 == "1" }) else {
      return nil
    }
    return text.enumerated().compactMap { $0.element == "1" ? $0.offset + 1 : nil }
  }
}
