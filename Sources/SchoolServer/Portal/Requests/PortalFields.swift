import WebSession

/// The fields of a query or a form. Of two with the same name the first counts; what cannot be read is left out.
struct PortalFields: Sendable {
  private var values: [String: String] = [:]

  init(_ text: some Collection<UInt8>) {
    for (name, value) in FormEncoding.fields(text) {
      if let name, values[name] == nil { values[name] = value }
    }
  }

  /// The value of a field, which may be empty.
  subscript(name: String) -> String? { values[name] }
}
