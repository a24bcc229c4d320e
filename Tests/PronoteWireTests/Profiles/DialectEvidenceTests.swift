import PronoteWire
import Testing

/// Session document 1.3: start keys, then versions, then how the session number is written.
@Suite struct `The evidence for a dialect` {
  private static let key = "MR:'\(TestPrivateKey.modulus)',ER:'010001'"
  private static let versions = [
    "", "2019.2.0", "2020.0.5", "2023.0.3", "2024.3.10", "2025.2.6", "2026.2.5", "2027.1.0",
  ]

  private static func evidence(_ pairs: String, h: String = "'12'", version: String = "") throws -> DialectEvidence {
    let start = try #require(try StartBlock.find(in: "Start ({h:\(h),a:3\(pairs.isEmpty ? "" : "," + pairs)})"))
    return DialectEvidence(start: start, pageVersion: ServerVersion(version))
  }

  /// The dialects for each of ``versions``, in their order.
  @Test(arguments: [
    (key, "a a0 a a a a a a"),
    (key + ",sCrA:true,sCoA:true", "a a0 a a a a a a"),
    (key + ",CrA:true", "a a0 a a a a a a"),
    ("sCrA:true", "c b b b c c c c"),
    ("sCoA:true", "c b b b c c c c"),
    ("sCrA:true,sCoA:true,CrA:true,CoA:true", "c b b b c c c c"),
    ("sCrA:false", "c b b b c c c c"),
    ("CrA:true", "e d d d d d e e"),
    ("CoA:true", "e d d d d d e e"),
    ("CrA:true,CoA:true", "e d d d d d e e"),
    ("", "c a0 a b c d e e"),
    ("MR:'00'", "c a0 a b c d e e"),
    ("ER:'010001'", "c a0 a b c d e e"),
  ])
  func `lets the start keys outrank the version`(pairs: String, dialects: String) throws {
    for (version, dialect) in zip(Self.versions, dialects.split(separator: " ")) {
      let conclusion = try Self.evidence(pairs, version: version).conclusion
      #expect(conclusion.profile.dialect.rawValue == dialect, "version \(version)")
    }
  }

  @Test func `ends with how a fully default page writes the session number`() throws {
    let quoted = try Self.evidence("d:true").conclusion
    #expect(quoted.profile.dialect.rawValue == "c")
    #expect(quoted.isGuess)
    #expect(quoted.encrypts && quoted.compresses)
    let bare = try Self.evidence("d:true", h: "12").conclusion
    #expect(bare.profile.dialect.rawValue == "e")
    #expect(!bare.isGuess)
    #expect(!bare.encrypts && !bare.compresses)
  }

  @Test(arguments: [
    ("", "'12'", "", true), ("sCrA:true", "'12'", "", true), ("CrA:true", "12", "", false), (key, "'12'", "", false),
    ("", "12", "", false), ("", "'12'", "2023.0.3", false), ("sCrA:true", "'12'", "2025.2.6", false),
  ])
  func `says when the payload's name is a guess`(pairs: String, h: String, version: String, isGuess: Bool) throws {
    #expect(try Self.evidence(pairs, h: h, version: version).conclusion.isGuess == isGuess)
  }

  @Test(arguments: [
    ("", "2023.0.3", true, true), ("sCrA:true", "2023.0.3", false, true), ("sCoA:true", "2023.0.3", true, false),
    ("sCrA:true,sCoA:true", "2023.0.3", false, false), ("sCrA:false,sCoA:false", "2023.0.3", true, true),
    ("", "2025.2.6", false, false), ("CrA:true", "2025.2.6", true, false), ("CoA:true", "2025.2.6", false, true),
    ("CrA:true,CoA:true", "2025.2.6", true, true), ("CrA:false,CoA:false", "2025.2.6", false, false),
    (key, "2022.0.1", true, true), (key + ",sCrA:true,sCoA:true", "2022.0.1", false, false),
    ("", "2024.3.10", true, true), ("", "2026.2.5", false, false),
  ])
  func `reads the flags as the dialect means them`(
    pairs: String,
    version: String,
    encrypts: Bool,
    compresses: Bool
  ) throws {
    let conclusion = try Self.evidence(pairs, version: version).conclusion
    #expect(conclusion.encrypts == encrypts)
    #expect(conclusion.compresses == compresses)
  }

  @Test func `trusts the page before the information file before the header`() throws {
    var evidence = try Self.evidence("")
    #expect(evidence.version == nil && evidence.needsVersion)
    evidence.headerVersion = ServerVersion("2023.0.3")
    #expect(evidence.conclusion.profile.dialect.rawValue == "b")
    evidence.infoVersion = ServerVersion("2024.3.10")
    #expect(evidence.conclusion.profile.dialect.rawValue == "c")
    evidence.pageVersion = ServerVersion("2025.2.6")
    #expect(evidence.conclusion.profile.dialect.rawValue == "d")
    #expect(!evidence.needsVersion)
  }

  @Test func `needs no version for a page with a key`() throws {
    #expect(try !Self.evidence(Self.key).needsVersion)
    #expect(try Self.evidence("sCrA:true").needsVersion)
    #expect(try Self.evidence("CrA:true", h: "12").needsVersion)
  }

  @Test func `takes the newest profile for a version from the future`() throws {
    let conclusion = try Self.evidence("", h: "12", version: "2029.3.1").conclusion
    #expect(conclusion.profile == WireProfile.newest)
    #expect(!conclusion.isGuess)
  }
}
