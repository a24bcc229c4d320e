import WebSession

/// The parameters of a request to the CAS issuer, from the query, from a form, or from both.
///
/// Nothing is guessed: a parameter given twice, a broken encoding or a line break in a value is refused. Attacks on CAS
/// clients rest on servers that take the last of two values (CVE-2014-4172).
struct CASParameters: Sendable {
  /// The longest query and form, and the longest value, in bytes.
  static let maximumLength = 32 << 10
  private static let maximumValue = 4 << 10

  /// The names that the protocol knows; all others are ignored.
  private static let known: Set<String> = [
    "service", "ticket", "renew", "gateway", "method", "warn", "format", "pgtUrl", "pgt", "targetService", "TARGET",
    "username", "password", "lt", "confirm", "url",
  ]

  private var values: [String: String] = [:]

  /// Reads a query, and a form if there is one. A name may be in both with the same value.
  ///
  /// - Throws: ``CASFailure`` with code `INVALID_REQUEST`.
  init(query: String?, form: some Collection<UInt8> = [UInt8]()) throws(CASFailure) {
    let (inQuery, inForm) = (try CASParameters.read((query ?? "").utf8), try CASParameters.read(form))
    for (name, value) in inForm where inQuery[name] ?? value != value {
      throw CASFailure(.invalidRequest, "The parameter \(name) differs between address and form.")
    }
    values = inQuery.merging(inForm) { value, _ in value }
  }

  /// The value of a parameter; nil when it is missing or empty.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a switch such as `renew` is on. The protocol says that it is when it is there; `false` is taken as meant.
  func isOn(_ name: String) -> Bool {
    values[name].map { $0 != "false" } ?? false
  }

  private static func read(_ bytes: some Collection<UInt8>) throws(CASFailure) -> [String: String] {
    guard bytes.count <= maximumLength else { throw CASFailure(.invalidRequest, "The request is too long.") }
    var values: [String: String] = [:]
    for (name, value) in FormEncoding.fields(bytes) {
      guard let name, known.contains(name) else { continue }
      guard let value, value.utf8.count <= maximumValue else {
        throw CASFailure(.invalidRequest, "The parameter \(name) cannot be read.")
      }
      // A password may hold anything.
      guard name == "password" || !value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw CASFailure(.invalidRequest, "The parameter \(name) holds control characters.") }
      guard values.updateValue(value, forKey: name) == nil else {
        throw CASFailure(.invalidRequest, "The parameter \(name) is given twice.")
      }
    }
    return values
  }
}
