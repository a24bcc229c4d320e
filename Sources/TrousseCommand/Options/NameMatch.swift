import Foundation

/// Finds the one name that a person meant: upper and lower case and accents do not matter.
package enum NameMatch: Hashable, Sendable {
  /// The name at this index.
  case found(Int)
  /// None.
  case none
  /// Several; the indices of all of them.
  case ambiguous([Int])

  /// How much of a name has to be written.
  package enum Rule: Sendable {
    /// Its beginning.
    case prefix
    /// Its beginning, or any part of it.
    case part
  }

  /// Looks for `text` among `names`: an equal name first, then names that begin with it, then, if the rule allows,
  /// names that hold it.
  package init(_ text: String, in names: [String], by rule: Rule) {
    let wanted = Self.folded(text)
    let folded = names.map(Self.folded)
    guard !wanted.isEmpty else {
      self = .none
      return
    }
    var tests: [(String) -> Bool] = [{ $0 == wanted }, { $0.hasPrefix(wanted) }]
    if rule == .part { tests.append { $0.contains(wanted) } }
    for test in tests {
      let matches = folded.indices.filter { test(folded[$0]) }
      if matches.count == 1 {
        self = .found(matches[0])
        return
      }
      if !matches.isEmpty {
        self = .ambiguous(matches)
        return
      }
    }
    self = .none
  }

  /// The text in lower case, without accents, with single spaces.
  static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
