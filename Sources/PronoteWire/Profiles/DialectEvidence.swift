/// What is known about a server's generation before it has answered anything, and the profile that follows
/// (session document 1.3: stop at the first that answers).
package struct DialectEvidence: Sendable, Hashable {
  /// The start block of the page.
  package var start: StartBlock
  /// The version in the page's text.
  package var pageVersion: ServerVersion?
  /// The version of `infoMobileApp.json`.
  package var infoVersion: ServerVersion?
  /// The version in the `Server` header.
  package var headerVersion: ServerVersion?

  package init(
    start: StartBlock,
    pageVersion: ServerVersion? = nil,
    infoVersion: ServerVersion? = nil,
    headerVersion: ServerVersion? = nil
  ) {
    self.start = start
    self.pageVersion = pageVersion
    self.infoVersion = infoVersion
    self.headerVersion = headerVersion
  }

  /// The first version that anything named.
  package var version: ServerVersion? { pageVersion ?? infoVersion ?? headerVersion }

  /// The outcome.
  package struct Conclusion: Sendable, Hashable {
    /// The profile to speak.
    package var profile: WireProfile
    /// Whether the payload's name is a guess, so that the first call carries it under both names.
    package var isGuess: Bool
    /// Whether secured parts are encrypted.
    package var encrypts: Bool
    /// Whether secured parts are compressed.
    package var compresses: Bool
  }

  /// Whether the start block and the page leave the profile open, so that `infoMobileApp.json` is worth a request.
  package var needsVersion: Bool {
    version == nil && !(start.has("MR") && start.has("ER"))
  }

  /// Decides. Never fails: the newest profile that fits is the last resort, and says that it is a guess.
  package var conclusion: Conclusion {
    let candidates = candidates
    let chosen: WireProfile
    var isGuess = false
    if let version {
      let byVersion = WireProfile.profile(for: version)
      // Start keys outrank the version: a version outside their family takes the nearest row inside.
      chosen =
        candidates.contains(byVersion)
        ? byVersion : (version < candidates[0].since ? candidates[0] : candidates[candidates.count - 1])
    } else {
      chosen = candidates[candidates.count - 1]
      isGuess = candidates.contains { $0.names != chosen.names }
    }
    let isOn: (String, String) -> Bool = { skip, perform in
      switch chosen.flags {
      case .skip: !start.flag(skip)
      case .perform: start.flag(perform)
      }
    }
    return Conclusion(
      profile: chosen,
      isGuess: isGuess,
      encrypts: isOn("sCrA", "CrA"),
      compresses: isOn("sCoA", "CoA")
    )
  }

  /// The rows that the start block allows, oldest first; never empty.
  private var candidates: [WireProfile] {
    let all = WireProfile.all
    if start.has("MR"), start.has("ER") { return all.filter { $0.seed == .publishedKey } }
    if start.has("sCrA") || start.has("sCoA") {
      return all.filter { $0.flags == .skip && $0.seed != .publishedKey }
    }
    if start.has("CrA") || start.has("CoA") { return all.filter { $0.flags == .perform } }
    if version != nil { return all }
    // A fully default page. All that is left is how the session number is written (1.1).
    return all.filter { $0.quotesSession == start.quotedKeys.contains("h") && $0.seed != .publishedKey }
  }
}
