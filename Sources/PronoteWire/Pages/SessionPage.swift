import WebSession

/// A page of a space, read: its start block and what it says about the version.
package struct SessionPage: Sendable, Hashable {
  /// The parameters of the session.
  package let start: StartBlock

  /// The version in the page's text (`PRONOTE 2025.2.6`), if any.
  package let version: ServerVersion?

  /// What a page turned out to be.
  package enum Outcome: Sendable, Hashable {
    case session(SessionPage)
    case error(ErrorPage)
  }

  package init(start: StartBlock, version: ServerVersion?) {
    self.start = start
    self.version = version
  }

  /// Reads a page. A page with a broken start block throws; a page without one is an error page.
  package static func read(_ page: String) throws(WireError) -> Outcome {
    guard let start = try StartBlock.find(in: page) else { return .error(ErrorPage(page: page)) }
    return .session(SessionPage(start: start, version: version(in: page)))
  }

  /// The first `PRONOTE X.Y.Z` in a text: in a page, or in a `Server` header.
  package static func version(in text: String) -> ServerVersion? {
    var rest = text[...]
    while let range = rest.firstRange(of: "PRONOTE") {
      rest = rest[range.upperBound...]
      let blanks = rest.prefix { $0 == " " || $0 == "\u{a0}" }
      guard !blanks.isEmpty || rest.hasPrefix("&nbsp;") else { continue }
      let digits = rest.drop { $0 == " " || $0 == "\u{a0}" }.trimmingEntity
        .prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let trimmed = digits.hasSuffix(".") ? digits.dropLast() : digits
      if let version = ServerVersion(trimmed), version.numbers.count >= 2, version.numbers[0] >= 2000 {
        return version
      }
    }
    return nil
  }
}

extension Substring {
  fileprivate var trimmingEntity: Substring {
    hasPrefix("&nbsp;") ? dropFirst("&nbsp;".count) : self
  }
}
