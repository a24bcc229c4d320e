package import Foundation
package import SchoolModel

extension Decimal {
  /// The exact number with a point: `15.5`, never `15.50`.
  package var exactText: String {
    var text = description
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }
}

extension Mark {
  /// The number, or a word for its absence.
  package var text: String {
    switch self {
    case .points(let value): return value.exactText
    case .state(let state):
      switch state {
      case .absent: return "absent"
      case .exempted: return "exempted"
      case .notGraded: return "not graded"
      case .unfit: return "unfit"
      case .notHandedIn: return "not handed in"
      case .absentCountedZero: return "absent (0)"
      case .notHandedInCountedZero: return "not handed in (0)"
      case .congratulations: return "congratulations"
      case .empty: return ""
      default: return state.rawValue
      }
    }
  }

  /// The mark with its scale: `15.5/20`; the scale is left out behind words.
  package func text(scale: Decimal?) -> String {
    guard value != nil, let scale else { return text }
    return "\(text)/\(scale.exactText)"
  }

  /// Green from three quarters of the scale, red below half.
  package func style(scale: Decimal?) -> TextStyle {
    guard let value, let scale, scale > 0 else { return .plain }
    if value * 4 >= scale * 3 { return TextStyle(foreground: .green) }
    return value * 2 < scale ? TextStyle(foreground: .red) : .plain
  }
}
