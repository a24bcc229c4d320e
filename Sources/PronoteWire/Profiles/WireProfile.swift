/// How one generation of PRONOTE speaks: every name and rule that changed between 2020 and 2026, as values.
///
/// There is exactly one table, ``all``. Nothing else in the project compares versions to choose a name.
/// Source: session document 1 and 1.1.
package struct WireProfile: Sendable, Hashable {
  /// The letter of the generation: `a0`, `a`, `b`, `c`, `d`, `e`.
  package struct Dialect: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }
  }

  /// How the client's seed travels in `Uuid`.
  package enum SeedTransport: Sendable, Hashable {
    /// Always encrypted with the key of the start block (`MR`, `ER`).
    case publishedKey
    /// Encrypted with the vendor's constant key when the start block says `http`, raw otherwise.
    case vendorKeyIfPlainHTTP
  }

  /// The names of the flags that switch encryption and compression, and what their absence means.
  package enum CodecFlags: Sendable, Hashable {
    /// `sCrA`, `sCoA`: present and true means "skip"; absent means on.
    case skip
    /// `CrA`, `CoA`: present and true means "do"; absent means off.
    case perform
  }

  /// The names of the envelope.
  package struct Names: Sendable, Hashable {
    package var order: String
    package var function: String
    package var secured: String
    package var clear: String
    package var payload: String
    package var signature: String
  }

  package var dialect: Dialect
  /// The first version that speaks so.
  package var since: ServerVersion
  package var names: Names
  package var seed: SeedTransport
  package var flags: CodecFlags
  /// Whether `h` is quoted in the start block.
  package var quotesSession: Bool
  /// Whether the start block stands in the body's `onload` (or else in a script).
  package var startsInOnload: Bool
  /// Whether the user's data comes with Authentification, so that ParametresUtilisateur does not exist.
  package var userDataInAuthentication: Bool
  /// Whether the challenge is a bare token (rule e) rather than an interleaved cipher text.
  package var challengeIsOpaque: Bool
  /// Whether `Presence` keeps a session alive; later servers want `Navigation`.
  package var keepsAliveWithPresence: Bool
  /// Whether kinds from 57 upward are one lower than before (functions document 1.8).
  package var shiftsKinds: Bool
  /// Whether the list of news comes without its questions, which are asked for one by one (functions document 12.2).
  package var asksForNewsDetails: Bool
  /// Whether action 4 of the second factor registers a device, which later became 5, and no PIN can be reset
  /// (session document 9.1).
  package var lacksPINReset: Bool
}

extension WireProfile {
  private static let oldNames = Names(
    order: "numeroOrdre",
    function: "nom",
    secured: "donneesSec",
    clear: "donneesNonSec",
    payload: "donnees",
    signature: "_Signature_"
  )

  private static let middleNames = Names(
    order: "numeroOrdre",
    function: "nom",
    secured: "donneesSec",
    clear: "donneesNonSec",
    payload: "data",
    signature: "Signature"
  )

  private static let newNames = Names(
    order: "no",
    function: "id",
    secured: "dataSec",
    clear: "dataNonSec",
    payload: "data",
    signature: "Signature"
  )

  private static func profile(
    _ dialect: String,
    since: [Int],
    _ names: Names,
    seed: SeedTransport = .vendorKeyIfPlainHTTP,
    flags: CodecFlags = .skip,
    quotesSession: Bool = true,
    startsInOnload: Bool = true,
    userDataInAuthentication: Bool = false,
    challengeIsOpaque: Bool = false,
    keepsAliveWithPresence: Bool = false,
    shiftsKinds: Bool = false,
    asksForNewsDetails: Bool = false,
    lacksPINReset: Bool = false
  ) -> WireProfile {
    WireProfile(
      dialect: .init(rawValue: dialect),
      since: ServerVersion(since),
      names: names,
      seed: seed,
      flags: flags,
      quotesSession: quotesSession,
      startsInOnload: startsInOnload,
      userDataInAuthentication: userDataInAuthentication,
      challengeIsOpaque: challengeIsOpaque,
      keepsAliveWithPresence: keepsAliveWithPresence,
      shiftsKinds: shiftsKinds,
      asksForNewsDetails: asksForNewsDetails,
      lacksPINReset: lacksPINReset
    )
  }

  /// The table, oldest first. A new September adds a row.
  package static let all: [WireProfile] = [
    profile(
      "a0",
      since: [0],
      oldNames,
      seed: .publishedKey,
      userDataInAuthentication: true,
      keepsAliveWithPresence: true,
      lacksPINReset: true
    ),
    profile(
      "a",
      since: [2020, 0, 2],
      oldNames,
      seed: .publishedKey,
      keepsAliveWithPresence: true,
      lacksPINReset: true
    ),
    profile("b", since: [2023, 0, 0], oldNames, keepsAliveWithPresence: true),
    profile("c", since: [2024, 3, 9], middleNames),
    profile("d", since: [2025, 1, 3], newNames, flags: .perform, quotesSession: false, shiftsKinds: true),
    profile(
      "e",
      since: [2026, 2, 4],
      newNames,
      flags: .perform,
      quotesSession: false,
      startsInOnload: false,
      challengeIsOpaque: true,
      shiftsKinds: true,
      asksForNewsDetails: true
    ),
  ]

  /// The newest profile.
  package static var newest: WireProfile { all[all.count - 1] }

  /// The latest year of versions that somebody has seen this table work with; anything later is a guess.
  package static let lastKnownYear = 2026

  /// The profile of a version: the last row that is not later. A version from after the table gets the newest row.
  package static func profile(for version: ServerVersion) -> WireProfile {
    all.last { $0.since <= version } ?? all[0]
  }

  /// Whether a version is from a year that this table was not made for.
  package static func isNewerThanKnown(_ version: ServerVersion) -> Bool {
    (version.numbers.first ?? 0) > lastKnownYear
  }

  /// The profile of a dialect's letter.
  package static func named(_ dialect: String) -> WireProfile? {
    all.first { $0.dialect.rawValue == dialect }
  }

  /// Whether the outer names are those of dialects d and e.
  package var isNewestFamily: Bool { names == WireProfile.newNames }
}
