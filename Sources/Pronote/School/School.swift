public import Foundation
public import SchoolModel
package import WebSession

/// The address of a school's PRONOTE, cleaned, with the time zone of its wall clock.
///
/// ```swift
/// let school = try School(url: " https://0310047h.index-education.net/pronote/eleve.html?login=true ")
/// school.root      // https://0310047h.index-education.net/pronote
/// school.space     // .student
/// ```
public struct School: Sendable, Hashable {
  /// The address that everything is below, without a slash at its end.
  public let root: String

  /// The host, for error reports.
  package let host: String

  /// The space whose page was pasted, if it was one.
  public let space: AccountSpace?

  /// The page that was pasted, when it is the page of no space that is known: which space it opens has to be said.
  public let unknownPage: String?

  /// The time zone of the school's wall clock.
  public var timeZone: TimeZone

  /// Pages that belong to no space.
  private static let commonPages: Set<String> = ["index", "default", "message", "infomobileapp", "mail"]

  /// Cleans any address that a person may paste: with or without scheme, page, query, fragment, slashes, blanks,
  /// quotes or angle brackets around it.
  ///
  /// - Parameters:
  ///   - url: the address, such as `0310047h.index-education.net/pronote/mobile.eleve.html?fd=1`.
  ///   - timeZone: the zone of the school. Without one it follows from the school's number in the host name
  ///     (`9720695r` is in Martinique), and is that of mainland France otherwise.
  /// - Throws: ``PronoteError`` with code `badAddress`.
  public init(url: String, timeZone: TimeZone? = nil) throws {
    var text = url.trimmingCharacters(in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: "<>\"'`")))
    if !text.contains("://") {
      let isLoopback = ["localhost", "127.", "[::1]"].contains { text.lowercased().hasPrefix($0) }
      text = (isLoopback ? "http://" : "https://") + text
    }
    if let cut = text.firstIndex(where: { $0 == "?" || $0 == "#" }) { text = String(text[..<cut]) }
    guard let address = WebAddress(text) else {
      throw PronoteError(.badAddress, "not the address of a school", facts: .init(step: "address"))
    }
    var segments = address.path.split(separator: "/").map(String.init)
    var space: AccountSpace?
    var unknownPage: String?
    // Addresses of calls and files are cut back to the root, a page to its folder.
    let inner = ["appelfonction", "appelpolling", "fichiersexternes", "uploadfilesession", "ical"]
    if let index = segments.firstIndex(where: { inner.contains($0.lowercased()) }) {
      segments.removeSubrange(index...)
    } else if let page = segments.last, page.contains(".") {
      space = AccountSpace(named: page)
      let name = page.lowercased().prefix { $0 != "." }
      if space == nil, !School.commonPages.contains(String(name)) { unknownPage = page }
      segments.removeLast()
    }
    // The vendor's hosts have nothing at their root.
    if segments.isEmpty, address.host.hasSuffix(".index-education.net") { segments = ["pronote"] }
    root = ([address.origin] + segments).joined(separator: "/")
    host = address.host
    self.space = space
    self.unknownPage = unknownPage
    self.timeZone = timeZone ?? School.timeZone(ofHost: address.host)
  }

  /// The address of something below the root.
  package func address(_ path: String) throws -> WebAddress {
    guard let address = WebAddress("\(root)/\(path)") else {
      throw PronoteError(.badAddress, "not the address of a school", facts: .init(step: "address"))
    }
    return address
  }
}
