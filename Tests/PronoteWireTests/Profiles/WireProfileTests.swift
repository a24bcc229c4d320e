import PronoteWire
import Testing

/// Session document 1 and 1.1.
@Suite struct `The profiles` {
  private func names(_ profile: WireProfile) -> [String] {
    let names = profile.names
    return [names.order, names.function, names.secured, names.clear, names.payload, names.signature]
  }

  @Test(arguments: [
    ("a0", ["numeroOrdre", "nom", "donneesSec", "donneesNonSec", "donnees", "_Signature_"]),
    ("a", ["numeroOrdre", "nom", "donneesSec", "donneesNonSec", "donnees", "_Signature_"]),
    ("b", ["numeroOrdre", "nom", "donneesSec", "donneesNonSec", "donnees", "_Signature_"]),
    ("c", ["numeroOrdre", "nom", "donneesSec", "donneesNonSec", "data", "Signature"]),
    ("d", ["no", "id", "dataSec", "dataNonSec", "data", "Signature"]),
    ("e", ["no", "id", "dataSec", "dataNonSec", "data", "Signature"]),
  ])
  func `name the fields of the envelope`(dialect: String, names: [String]) throws {
    let profile = try #require(WireProfile.named(dialect))
    #expect(self.names(profile) == names)
    #expect(profile.isNewestFamily == (names[0] == "no"))
  }

  @Test func `of before mid-2020 send the user's data with Authentification`() throws {
    let profile = try #require(WireProfile.named("a0"))
    #expect(profile.userDataInAuthentication)
    #expect(profile.seed == .publishedKey)
    #expect(profile.flags == .skip)
    #expect(profile.quotesSession && profile.startsInOnload && profile.keepsAliveWithPresence)
    #expect(!profile.challengeIsOpaque && !profile.shiftsKinds)
  }

  @Test func `of 2020 to 2022 publish their RSA key`() throws {
    let profile = try #require(WireProfile.named("a"))
    #expect(profile.seed == .publishedKey)
    #expect(profile.flags == .skip)
    #expect(profile.quotesSession && profile.startsInOnload && profile.keepsAliveWithPresence)
    #expect(!profile.userDataInAuthentication && !profile.challengeIsOpaque && !profile.shiftsKinds)
  }

  @Test func `of 2023 use the vendor's key`() throws {
    let profile = try #require(WireProfile.named("b"))
    #expect(profile.seed == .vendorKeyIfPlainHTTP)
    #expect(profile.flags == .skip)
    #expect(profile.quotesSession && profile.startsInOnload && profile.keepsAliveWithPresence)
    #expect(!profile.userDataInAuthentication && !profile.challengeIsOpaque && !profile.shiftsKinds)
  }

  @Test func `of 2024 do without Presence`() throws {
    let profile = try #require(WireProfile.named("c"))
    #expect(profile.seed == .vendorKeyIfPlainHTTP)
    #expect(profile.flags == .skip)
    #expect(profile.quotesSession && profile.startsInOnload)
    #expect(!profile.keepsAliveWithPresence && !profile.challengeIsOpaque && !profile.shiftsKinds)
  }

  @Test func `of 2025 invert the flags and shift the kinds`() throws {
    let profile = try #require(WireProfile.named("d"))
    #expect(profile.seed == .vendorKeyIfPlainHTTP)
    #expect(profile.flags == .perform)
    #expect(!profile.quotesSession && profile.startsInOnload && profile.shiftsKinds)
    #expect(!profile.keepsAliveWithPresence && !profile.challengeIsOpaque)
  }

  @Test func `of 2026 start in a script and challenge with a token`() throws {
    let profile = try #require(WireProfile.named("e"))
    #expect(profile.seed == .vendorKeyIfPlainHTTP)
    #expect(profile.flags == .perform)
    #expect(!profile.quotesSession && !profile.startsInOnload && profile.shiftsKinds && profile.challengeIsOpaque)
    #expect(!profile.keepsAliveWithPresence)
  }

  @Test(arguments: [
    ("2019.0.5", "a0"), ("2019.2", "a0"), ("2020.0.1", "a0"), ("2020.0.2", "a"), ("2020.0.2.5", "a"),
    ("2022.0.17", "a"),
    ("2022.99.99", "a"), ("2023.0.0", "b"), ("2023", "b"), ("2024.3.8", "b"), ("2024.3.9", "c"), ("2024.3.10", "c"),
    ("2024.3.8.99", "b"), ("2025.1.2", "c"), ("2025.1.3", "d"), ("2025.2.6", "d"), ("2026.1.3", "d"),
    ("2026.2.3", "d"), ("2026.2.4", "e"), ("2026.2.5.7", "e"), ("2027.0.0", "e"), ("2031.4.1", "e"), ("1.0", "a0"),
  ])
  func `follow from the version`(version: String, dialect: String) throws {
    let version = try #require(ServerVersion(version))
    #expect(WireProfile.profile(for: version).dialect.rawValue == dialect)
  }

  @Test(arguments: [("2026.2.4", false), ("2026.99.9", false), ("2027.0.0", true), ("2020.0.2", false)])
  func `know their last year`(version: String, isNewer: Bool) throws {
    #expect(WireProfile.isNewerThanKnown(try #require(ServerVersion(version))) == isNewer)
  }

  @Test func `stand oldest first, each reached by the version it starts with`() {
    #expect(WireProfile.all.map(\.dialect.rawValue) == ["a0", "a", "b", "c", "d", "e"])
    #expect(zip(WireProfile.all, WireProfile.all.dropFirst()).allSatisfy { $0.since < $1.since })
    for profile in WireProfile.all {
      #expect(WireProfile.profile(for: profile.since) == profile)
      #expect(WireProfile.named(profile.dialect.rawValue) == profile)
    }
    #expect(WireProfile.newest.dialect.rawValue == "e")
    #expect(WireProfile.named("f") == nil)
  }
}
