import WebSession

/// Queries of addresses: every name and value percent-encoded exactly once, so that none can become another parameter.
package enum QueryText {
  /// `name=value&name=value`.
  static func encode(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\(PercentEncoding.encodedValue($0.name))=\(PercentEncoding.encodedValue($0.value))" }.joined(
      separator: "&"
    )
  }

  /// The fields of a query, decoded once; bytes that are not UTF-8 and broken triplets make a field nil.
  package static func decode(_ query: Substring) -> [(name: String, value: String?)] {
    FormEncoding.fields(query.utf8).map { ($0.name ?? "", $0.value) }
  }

  /// What stands between the first question mark and the fragment.
  static func query(of url: String) -> Substring {
    let address = url.prefix { $0 != "#" }
    return address.firstIndex(of: "?").map { address[address.index(after: $0)...] } ?? ""
  }
}
