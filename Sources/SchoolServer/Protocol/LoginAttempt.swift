import PronoteWire

/// A login between Identification and Authentification: the account that was named, and the question that was asked.
struct LoginAttempt: Sendable {
  /// The login as it was sent.
  let login: String
  /// The account; nil for a login that nobody has. Such a login gets a challenge like any other.
  let account: AccountRecord?

  private let profile: WireProfile
  /// What the client has to prove that it could read.
  private let kept: String
  private let salt: String
  /// The keys of everything that is accepted; the challenge is made with the first. Never empty.
  private let keys: [[UInt8]]
  /// What the password is said to be.
  let secret: LoginSecret
  /// Whether it is what the portal gave to the page.
  let isForPortal: Bool
  /// How many secrets are accepted.
  let acceptedCount: Int

  init(
    login: String,
    account: AccountRecord?,
    secret: LoginSecret,
    accepted: [String],
    profile: WireProfile,
    isForPortal: Bool = false
  ) {
    self.secret = secret
    self.isForPortal = isForPortal
    acceptedCount = accepted.count
    self.login = login
    self.account = account
    self.profile = profile
    kept = Hex.encode(RandomBytes.make(profile.challengeIsOpaque ? 16 : 8), uppercase: true)
    // The newest servers were seen without a salt, and one client leaves it out when it comes from a portal.
    let salt = profile.challengeIsOpaque || isForPortal ? "" : Hex.encode(RandomBytes.make(8), uppercase: true)
    self.salt = salt
    // Where nothing is accepted, the challenge is made with what nobody knows.
    let passwords = accepted.isEmpty ? [Hex.encode(RandomBytes.make(16))] : accepted
    keys = passwords.map {
      isForPortal
        ? UserKey.portal(password: $0, salt: salt)
        : UserKey.direct(login: login, password: $0, salt: salt, folding: LoginAttempt.folding)
    }
  }

  /// Logins are not case-sensitive; passwords are.
  private static let folding = UserKey.Folding(lowercasesLogin: true)

  /// The question.
  func challenge(_ timeline: CipherTimeline) -> Identification.Response {
    let challenge: String
    if profile.challengeIsOpaque {
      challenge = kept
    } else {
      let noise = Hex.encode(RandomBytes.make(8), uppercase: true)
      let text = Challenge.interleave(kept: kept, noise: noise)
      challenge = Hex.encode(timeline.cipher(key: keys[0]).encrypt(Array(text.utf8)), uppercase: true)
    }
    return Identification.Response(alea: salt, challenge: challenge, modeCompLog: 1)
  }

  /// Which of the accepted secrets an answer proves; nil for none.
  func proven(by answer: String, _ timeline: CipherTimeline) -> Int? {
    guard account != nil else { return nil }
    return keys.firstIndex { (try? timeline.cipher(key: $0).decrypt(hex: answer)) == kept }
  }

  /// Whether an answer was made with a secret that is not accepted any more.
  ///
  /// Where the challenge is cipher text, it was made with another secret and does not open: the answer is right when it
  /// opens at all, which of other answers one in 256 does, and fewer are a text.
  func isAnswer(_ answer: String, madeWith secret: String, _ timeline: CipherTimeline) -> Bool {
    let key = UserKey.direct(login: login, password: secret, salt: salt, folding: LoginAttempt.folding)
    guard let text = try? timeline.cipher(key: key).decrypt(hex: answer) else { return false }
    return text == kept || !profile.challengeIsOpaque
  }

  /// The session key for whoever knows that secret.
  func seal(_ material: [UInt8], _ timeline: CipherTimeline, secret index: Int) -> String {
    timeline.cipher(key: keys[index]).encrypt(text: SessionKey.list(of: material)).uppercased()
  }
}
