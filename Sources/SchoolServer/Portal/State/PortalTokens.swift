import Foundation

/// The tokens of the portal's forms: two numbers, good once, and only for a while (sso document c.4).
struct PortalTokens: Sendable {
  /// What the first number of a token is counted back by, in seconds.
  private static let sessionLife = 72_000
  private static let maximumCount = 20_000

  private var entries: [String: (purpose: PortalPurpose, expiry: Date)] = [:]

  /// A new token.
  mutating func make(_ purpose: PortalPurpose, seconds: Int, now: Date) -> String {
    if entries.count >= PortalTokens.maximumCount { entries = entries.filter { $0.value.expiry > now } }
    if entries.count >= PortalTokens.maximumCount { entries = [:] }
    let number = Int(now.timeIntervalSince1970) + seconds - PortalTokens.sessionLife
    var token: String
    repeat { token = "\(number)_\(Int.random(in: 0...65_535))" } while entries[token] != nil
    entries[token] = (purpose, now.addingTimeInterval(TimeInterval(seconds)))
    return token
  }

  /// What a token is good for. Asking spends it, unless it is kept.
  mutating func purpose(of token: String, keeping: Bool = false, now: Date) -> PortalPurpose? {
    guard let entry = keeping ? entries[token] : entries.removeValue(forKey: token), entry.expiry > now else {
      return nil
    }
    return entry.purpose
  }

  /// Changes what a token is good for, and leaves its end as it is.
  mutating func update(_ token: String, _ purpose: PortalPurpose) {
    entries[token]?.purpose = purpose
  }
}
