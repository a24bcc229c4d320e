public import Foundation

/// What stands in a grade book's cell: a number, or a reason why there is none.
///
/// Numbers are exact decimals: `15,50` is 15.5, never 15.499….
public enum Mark: Hashable, Sendable {
  /// A number of points, out of the scale that stands beside it.
  case points(Decimal)

  /// No number; the state says why.
  case state(MarkState)

  /// The number, if there is one. Counted-zero states have none here, see ``countedValue``.
  public var value: Decimal? {
    if case .points(let value) = self { value } else { nil }
  }

  /// The state, if it is not a number.
  public var state: MarkState? {
    if case .state(let state) = self { state } else { nil }
  }

  /// What the mark counts in an average: the number, zero for the counted-zero states, nil for "does not count".
  public var countedValue: Decimal? {
    switch self {
    case .points(let value): value
    case .state(.absentCountedZero), .state(.notHandedInCountedZero): 0
    case .state: nil
    }
  }
}
