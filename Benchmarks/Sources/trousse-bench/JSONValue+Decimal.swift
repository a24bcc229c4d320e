import Foundation
import PronoteWire

extension JSONValue {
  /// A measured number, to nine significant digits; null when there is none.
  static func decimal(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return .number(String(format: "%.9g", value))
  }
}
