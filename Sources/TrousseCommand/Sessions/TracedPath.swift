/// A path as it may be told: words stay, everything that could be an identifier or a ticket becomes `…`.
package enum TracedPath {
  /// The path with only its words: `/pronote/appelfonction/…/…`.
  package static func text(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let isWord =
        part.utf8.count <= 32
        && part.utf8.allSatisfy { byte in
          (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-")
        }
      return isWord ? String(part) : "…"
    }.joined(separator: "/")
  }
}
