import Foundation
import HTTPTypes

/// The cookies of a request. Of two with the same name the first counts, as servers have it.
struct RequestCookies: Sendable {
  private var values: [String: String] = [:]

  init(_ headers: HTTPFields) {
    for field in headers[values: .cookie] {
      for pair in field.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        let name = parts[0].trimmingCharacters(in: .whitespaces)
        if values[name] == nil { values[name] = parts[1].trimmingCharacters(in: .whitespaces) }
      }
    }
  }

  /// The value of a cookie; nil when it is missing or empty.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
