import Foundation

/// Names without accents, for addresses and for sorting.
enum PlainName {
  /// The letters `a` to `z` of a name, accents removed.
  static func ascii(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) }
      )
    )
  }
}
