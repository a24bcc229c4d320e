public import Foundation
public import WebSession

/// A stored account.
public struct StoredAccount: Sendable {
  /// Short, random, and the same for as long as the account is stored.
  public let id: String
  /// What the account is about.
  public var details: AccountDetails
  /// When it was stored first.
  public var created: Date
  /// The identifier of the device, made once per pairing: the server binds every token to it.
  public internal(set) var deviceID: String
  /// What the server recognises this browser by.
  public var browserIdentity: String?
  /// The newest token.
  public internal(set) var token: Secret<String>
  /// The token before it, kept until the next success.
  public internal(set) var previousToken: Secret<String>?
  /// What happened to the token.
  public internal(set) var journal: TokenJournal

  /// An account with its first token.
  public init(
    id: String = AccountIdentifier.random(),
    details: AccountDetails,
    created: Date,
    deviceID: String,
    token: Secret<String>
  ) {
    self.id = id
    self.details = details
    self.created = created
    self.deviceID = deviceID
    self.token = token
    journal = TokenJournal(state: .loginStarted, changed: created)
  }

  /// Writes down that the account was opened: the newest token is proven, and the one before it is of no use any more.
  package mutating func note(success date: Date) {
    previousToken = nil
    journal.state = .ready
    journal.changed = date
    journal.lastSuccess = date
    journal.lastOutcome = nil
  }
}

extension StoredAccount: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The id, the space and where the account stands. No token, and nothing that a server knows the device by.
  public var description: String {
    "account \(id) (\(details.space)), generation \(journal.generation), \(journal.state)"
  }
  /// The same.
  public var debugDescription: String { description }
  /// The parts that are no secret.
  public var customMirror: Mirror {
    Mirror(self, children: ["id": id, "details": details, "created": created, "journal": journal])
  }
}
