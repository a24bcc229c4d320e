/// Something that goes wrong on purpose, so that clients can be tested against it.
///
/// Written `name=value`: `expire-after=3`, `drop-reply=Authentification`, `rate-limit=2`, `latency=250`,
/// `page=suspended`. ``Kind/form`` and ``Kind/summary`` say what each one takes and does. A fault of a function may say how often it strikes, `drop-reply=DernieresNotes:2`, or that only
/// every so-many-th answer is struck, `drop-reply=DernieresNotes%3`.
public struct Fault: Sendable, Hashable {
  /// What goes wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The session expires after that many answered calls, those of the login included.
    case expireAfter = "expire-after"
    /// The call is carried out, and its answer never arrives.
    case dropReply = "drop-reply"
    /// No more than that many logins, then error 25.
    case rateLimit = "rate-limit"
    /// Every answer takes that many milliseconds more.
    case latency = "latency"
    /// The session pages are another page: a ``Fault/Page``.
    case page = "page"
    /// The function is answered with a web page.
    case html = "html"
    /// The function's answer ends in the middle.
    case truncate = "truncate"
    /// The function's secured part is broken.
    case garble = "garble"
    /// The function's secured part inflates to far more than any limit.
    case bomb = "bomb"
    /// The function is never answered.
    case stall = "stall"
    /// The function's answer has a wrong order number.
    case wrongOrder = "wrong-order"
    /// The function is refused with error 22, as if an id came from another session.
    case foreignObject = "foreign-object"
  }

  /// What goes wrong.
  public var kind: Kind

  /// For what, or how much.
  public var value: String

  /// How often it strikes; nil for always.
  public var times: Int?

  /// Strikes one answer of so many; nil for each.
  public var interval: Int?

  /// Reads `name=value`, `name=value:times` or `name=value%interval`.
  ///
  /// - Throws: ``SchoolServerError`` that lists the names.
  public init(parsing text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else {
      let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw SchoolServerError(.badFault, "“\(text)” is no fault; write name=value with one of: \(names)")
    }
    let separator = parts[1].firstIndex { $0 == ":" || $0 == "%" } ?? parts[1].endIndex
    let first = String(parts[1][..<separator])
    let number = parts[1][separator...].dropFirst()
    guard !first.isEmpty, separator == parts[1].endIndex || Int(number).map({ $0 > 0 }) == true else {
      throw SchoolServerError(
        .badFault,
        "“\(text)” is no fault: it wants a value, and a number of times after a colon or a per cent sign"
      )
    }
    self.kind = kind
    self.value = first
    times = parts[1][separator...].hasPrefix(":") ? Int(number) : nil
    interval = parts[1][separator...].hasPrefix("%") ? Int(number) : nil
    switch kind {
    case .expireAfter, .rateLimit, .latency:
      guard let number = Int(first), (0...1_000_000_000).contains(number) else {
        throw SchoolServerError(.badFault, "“\(text)” is no fault: \(kind.rawValue) wants a number")
      }
    case .page:
      guard Page(rawValue: first) != nil else {
        let names = Page.allCases.map(\.rawValue).joined(separator: ", ")
        throw SchoolServerError(.badFault, "“\(text)” is no fault: page wants one of \(names)")
      }
    default: break
    }
  }
}
