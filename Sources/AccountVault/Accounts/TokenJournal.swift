public import Foundation

/// What happened to an account's token, and when.
public struct TokenJournal: Codable, Hashable, Sendable {
  /// Where the account stands. An open set.
  public struct State: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible {
    /// The name, stable.
    public let rawValue: String

    /// A state of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The last login ended cleanly.
    public static let ready = State(rawValue: "ready")
    /// A login started, and its end was not recorded: the server may have replaced the token.
    public static let loginStarted = State(rawValue: "loginStarted")
    /// The server refused the token: the device has to be paired again.
    public static let needsPairing = State(rawValue: "needsPairing")
    /// The school wants something from a person: a PIN, a choice.
    public static let needsPerson = State(rawValue: "needsPerson")

    /// The name.
    public var description: String { rawValue }
  }

  /// How many tokens there were; the first is 1.
  public var generation: Int
  /// How many logins were begun. The session that a login opens is over when the next one begins.
  public internal(set) var logins = 0
  /// Where the account stands.
  public var state: State
  /// When that was written.
  public var changed: Date
  /// When the account was opened last.
  public var lastSuccess: Date?
  /// How the last login ended, when it failed. Never a secret.
  public var lastOutcome: String?

  /// The journal of a fresh token.
  public init(generation: Int = 1, state: State, changed: Date) {
    self.generation = generation
    self.state = state
    self.changed = changed
  }
}

extension TokenJournal {
  /// Reads a journal; those of earlier versions counted no logins.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      generation: try values.decode(Int.self, forKey: .generation),
      state: try values.decode(State.self, forKey: .state),
      changed: try values.decode(Date.self, forKey: .changed)
    )
    logins = try values.decodeIfPresent(Int.self, forKey: .logins) ?? 0
    lastSuccess = try values.decodeIfPresent(Date.self, forKey: .lastSuccess)
    lastOutcome = try values.decodeIfPresent(String.self, forKey: .lastOutcome)
    // Later ones are counted on from these, and times are shown on a calendar.
    guard (0..<(Int.max / 2)).contains(generation), (0..<(Int.max / 2)).contains(logins),
      [changed, lastSuccess ?? changed].allSatisfy({ abs($0.timeIntervalSince1970) < 1e11 })
    else {
      throw DecodingError.dataCorruptedError(forKey: .generation, in: values, debugDescription: "not a count or a time")
    }
  }
}
