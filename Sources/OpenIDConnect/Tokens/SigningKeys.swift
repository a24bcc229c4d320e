/// The keys with which a provider signs.
struct SigningKeys: Sendable {
  /// More keys are not looked at.
  private static let maximumKeys = 32

  let keys: [SigningKey]

  init(_ document: KeyDocument) {
    keys = Array(document.keys.lazy.compactMap(SigningKey.init).prefix(SigningKeys.maximumKeys))
  }

  /// The keys that a token may be signed with: of its name and for its algorithm. A token that names no key has to leave no
  /// choice (OpenID Connect Core 10.1).
  func candidates(for token: SignedToken) -> [SigningKey] {
    let able = keys.filter { $0.isGood(for: token.algorithm) }
    guard let name = token.keyName else { return able.count == 1 ? able : [] }
    return able.filter { $0.name == name }
  }
}
