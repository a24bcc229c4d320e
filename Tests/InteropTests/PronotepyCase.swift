import Testing

/// A version of pronotepy against the newest version of PRONOTE that it speaks to, in one of four ways.
struct PronotepyCase: Sendable, CustomTestStringConvertible {
  let pronotepy: String
  let version: String
  let encrypt: Bool
  let compress: Bool
  /// How many tests the suite inside the wheel has.
  let testCount: Int

  static let all: [PronotepyCase] = [false, true].flatMap { encrypt in
    [false, true].flatMap { compress in
      [
        PronotepyCase(
          pronotepy: "2.15.7",
          version: "2026.2.5",
          encrypt: encrypt,
          compress: compress,
          testCount: 50
        ),
        PronotepyCase(
          pronotepy: "2.14.6",
          version: "2025.2.6",
          encrypt: encrypt,
          compress: compress,
          testCount: 49
        ),
      ]
    }
  }

  /// The school for this case.
  var school: TestSchool { TestSchool(version: version, encrypt: encrypt, compress: compress) }

  var testDescription: String {
    "pronotepy \(pronotepy), PRONOTE \(version)\(encrypt ? ", encrypted" : "")\(compress ? ", compressed" : "")"
  }
}
