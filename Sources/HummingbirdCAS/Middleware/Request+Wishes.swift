import HTTPTypes
import Hummingbird

extension Request {
  /// The path and the query, whatever form the request line had.
  var pathAndQuery: String {
    uri.query.map { "\(uri.path)?\($0)" } ?? uri.path
  }

  /// Whether the sender is a program, which a redirect to a login page would not help.
  var wantsData: Bool {
    guard method == .get || method == .head else { return true }
    return quality { $0 == "application/json" || $0.hasSuffix("+json") } > quality { $0 == "text/html" }
  }

  /// Whether the sender is a browser that opens a page.
  var wantsPage: Bool {
    method == .get && quality { $0 == "text/html" || $0 == "application/xhtml+xml" } > 0
  }

  /// The highest weight that `Accept` gives to media types of a kind.
  private func quality(_ isWanted: (String) -> Bool) -> Double {
    var best = 0.0
    for header in headers[values: .accept] {
      for range in header.split(separator: ",") {
        let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
        guard let type = parts.first, isWanted(type) else { continue }
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        best = max(best, weight)
      }
    }
    return best
  }
}
