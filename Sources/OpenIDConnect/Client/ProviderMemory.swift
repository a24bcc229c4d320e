import Foundation

/// What a client has learned about its provider.
actor ProviderMemory {
  private var provider: (value: OpenIDProvider, fetched: Date)?
  private var keys: (value: SigningKeys, fetched: Date)?

  /// What the provider says of itself, unless that is too long ago.
  func provider(at now: Date, lifetime: Duration) -> OpenIDProvider? {
    provider.flatMap { isFresh($0.fetched, now, lifetime) ? $0.value : nil }
  }

  /// The provider's keys, unless they were fetched too long ago.
  func keys(at now: Date, lifetime: Duration) -> SigningKeys? {
    keys.flatMap { isFresh($0.fetched, now, lifetime) ? $0.value : nil }
  }

  func keep(_ provider: OpenIDProvider, at now: Date) {
    self.provider = (provider, now)
  }

  func keep(_ keys: SigningKeys, at now: Date) {
    self.keys = (keys, now)
  }

  /// A clock that was set back makes everything old.
  private func isFresh(_ fetched: Date, _ now: Date, _ lifetime: Duration) -> Bool {
    let age = now.timeIntervalSince(fetched)
    return age >= 0 && age < lifetime.inSeconds
  }
}
