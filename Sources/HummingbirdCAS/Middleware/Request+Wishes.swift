import HTTPTypes
import Hummingbird

extension Request {
  /// The path and the query, whatever form the request line had.
  var pathAndQuery: String {
    uri.query.map { "\(uri.path)?\($0)" } ?? uri.path
  }

  /// Whether the sender is a program, which a redirect to a login page would not help.
  var wantsData: Bool {
    if let opener { return opener == .program }
    guard method == .get || method == .head else { return true }
    return quality { $0 == "application/json" || $0.hasSuffix("+json") } > quality { $0 == "text/html" }
  }

  /// Whether the sender is a browser that opens a page.
  var wantsPage: Bool {
    guard method == .get, opener != .program else { return false }
    return quality { $0 == "text/html" || $0 == "application/xhtml+xml" } > 0
  }

  /// Whether a redirect leads the sender to the same request again: what was sent in a body would be lost.
  var canBeRepeated: Bool { method == .get || method == .head }

  private enum Opener {
    case page, program
  }

  /// Who opened this address inside a browser, as the browser itself says (Fetch Metadata); nil when it does not.
  private var opener: Opener? {
    // Libraries for pages send this, where browsers without Fetch Metadata say nothing.
    if headers[.requestedWith]?.lowercased() == "xmlhttprequest" { return .program }
    switch headers[.secFetchMode] {
    case "navigate": return .page
    case "cors", "same-origin", "no-cors", "websocket": return .program
    default: return headers[.secFetchDest] == "empty" ? .program : nil
    }
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

extension HTTPField.Name {
  fileprivate static let requestedWith = HTTPField.Name("X-Requested-With")!
  fileprivate static let secFetchMode = HTTPField.Name("Sec-Fetch-Mode")!
  fileprivate static let secFetchDest = HTTPField.Name("Sec-Fetch-Dest")!
}
