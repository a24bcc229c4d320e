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
  private let key: [UInt8]

  init(login: String, account: AccountRecord?, profile: WireProfile) {
    self.login = login
    self.account = account
    self.profile = profile
    kept = Hex.encode(RandomBytes.make(profile.challengeIsOpaque ? 16 : 8), uppercase: true)
    // The newest servers were seen without a salt.
    salt = profile.challengeIsOpaque ? "" : Hex.encode(RandomBytes.make(8), uppercase: true)
    key = UserKey.direct(
      login: login,
      password: account?.password ?? Hex.encode(RandomBytes.make(16)),
      salt: salt,
      folding: LoginAttempt.folding
    )
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
      challenge = Hex.encode(timeline.cipher(key: key).encrypt(Array(text.utf8)), uppercase: true)
    }
    return Identification.Response(alea: salt, challenge: challenge, modeCompLog: 1)
  }

  /// Whether an answer proves the password.
  func accepts(_ answer: String, _ timeline: CipherTimeline) -> Bool {
    guard account != nil, let text = try? timeline.cipher(key: key).decrypt(hex: answer) else { return false }
    return text == kept
  }

  /// The session key for whoever knows the password.
  func seal(_ material: [UInt8], _ timeline: CipherTimeline) -> String {
    timeline.cipher(key: key).encrypt(text: SessionKey.list(of: material)).uppercased()
  }
}
