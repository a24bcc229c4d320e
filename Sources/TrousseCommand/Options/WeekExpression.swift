/// A week as people write it on the command line: `12`, `this`, `next`, `last`, `+1`, `-1`.
package enum WeekExpression: Hashable, Sendable {
  /// One of the school's weeks; 1 is the week of its first Monday.
  case number(Int)
  /// So many weeks from this one.
  case offset(Int)

  /// How far away a week can be: a school year and a bit.
  package static let farthest = 62

  private static let offsets = [
    "this": 0, "current": 0, "next": 1, "last": -1, "previous": -1, "cette": 0, "courante": 0, "prochaine": 1,
    "suivante": 1, "derniere": -1, "precedente": -1,
  ]

  /// Reads what a person wrote; nil when it is no week.
  package init?(_ text: String) {
    let text = NameMatch.folded(text)
    if let offset = Self.offsets[text] ?? DayExpression.signedNumber(text) {
      self = .offset(offset)
    } else if let number = Int(text) {
      self = .number(number)
    } else {
      return nil
    }
  }
}
