import PronoteWire
import SchoolModel

extension Mark {
  /// A mark of the wire.
  init(_ mark: WireMark) {
    switch mark {
    case .number(let value): self = .points(value)
    case .empty: self = .state(.empty)
    case .unknown(let text): self = .state(MarkState(rawValue: text))
    case .annotation(let code, _): self = .state(Mark.states[code] ?? MarkState(rawValue: "|\(code)"))
    }
  }

  /// A mark where an absent or empty one means that there is none, as in class statistics.
  static func optional(_ mark: WireMark?) -> Mark? {
    guard let mark, mark != .empty else { return nil }
    return Mark(mark)
  }

  /// Annotation codes (functions document 1.7).
  private static let states: [Int: MarkState] = [
    1: .absent, 2: .exempted, 3: .notGraded, 4: .unfit, 5: .notHandedIn, 6: .absentCountedZero,
    7: .notHandedInCountedZero, 8: .congratulations,
  ]
}
