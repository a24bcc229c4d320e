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
    /// A login started, and nobody wrote down how it ended: the server may have replaced the token.
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
