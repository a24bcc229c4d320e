/// Finds the name that a mistyped one was meant to be.
package enum NearestName {
  /// The name that comes nearest to what was typed; nil when none is near.
  ///
  /// Near is: the same but for upper case and accents, or with every third letter wrong at most, or its beginning.
  package static func of(_ text: String, among names: [String]) -> String? {
    let typed = NameMatch.folded(text)
    let limit = max(1, typed.count / 3)
    let distances = names.map { (name: $0, distance: distance(typed, NameMatch.folded($0), limit: limit)) }
    if let nearest = distances.min(by: { $0.distance < $1.distance }), nearest.distance <= limit { return nearest.name }
    // An option's two dashes say nothing.
    guard typed.drop(while: { $0 == "-" }).count >= 2 else { return nil }
    return names.first { NameMatch.folded($0).hasPrefix(typed) }
  }

  /// How many letters have to be changed, added, left out, or exchanged with their neighbour; beyond `limit`, any number
  /// above it.
  static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    // Also keeps a long argument from taking long.
    guard abs(left.count - right.count) <= limit, !left.isEmpty, !right.isEmpty else { return limit + 1 }
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, before[column - 2] + 1)
        }
        current.append(cost)
      }
      (before, above) = (above, current)
    }
    return above[right.count]
  }
}
