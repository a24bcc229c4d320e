public import Foundation
public import WebSession

/// A session at a school that outlives the process that opened it: the next one goes on in it with one request.
///
/// It belongs to one login of its account and ends with the next (``TokenJournal/logins``), so that tokens and sessions never
/// disagree. What is in it is as good as a password for as long as the server keeps the session.
public struct KeptSession: Sendable {
  /// Which login of the account opened it.
  public var login: Int
  /// When it was opened.
  public var opened: Date
  /// When the server was last heard in it.
  public var used: Date
  /// What changes with every request: numbers, keys, cookies, and the call whose answer is owed.
  public var state: Secret<[UInt8]>
  /// What stays: who the account is about, and the school's settings.
  public var directory: Secret<[UInt8]>

  /// A session of these parts.
  public init(login: Int, opened: Date, used: Date, state: Secret<[UInt8]>, directory: Secret<[UInt8]>) {
    self.login = login
    self.opened = opened
    self.used = used
    self.state = state
    self.directory = directory
  }

  /// Whether the server can be expected to keep it still: it was heard less than so many seconds ago, and not in the
  /// future, which a clock that was set back makes of everything.
  public func isYoung(at date: Date, silence seconds: Double) -> Bool {
    let silence = date.timeIntervalSince(used)
    return silence < seconds && silence > -60
  }

  /// Whether it is the one that the newest login of an account opened.
  func belongs(to account: StoredAccount) -> Bool {
    let states: [TokenJournal.State] = [.ready, .loginStarted]
    return login == account.journal.logins && states.contains(account.journal.state)
  }
}

/// Stores write sessions down, and this is the one place where that writes the secrets.
extension KeptSession: Codable {
  private enum Key: String, CodingKey {
    case login, opened, used, state, directory
  }

  /// Reads a stored session.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      login: try values.decode(Int.self, forKey: .login),
      opened: try values.decode(Date.self, forKey: .opened),
      used: try values.decode(Date.self, forKey: .used),
      state: Secret(Array(try values.decode(Data.self, forKey: .state))),
      directory: Secret(Array(try values.decode(Data.self, forKey: .directory)))
    )
    // They are shown on a calendar.
    guard [opened, used].allSatisfy({ abs($0.timeIntervalSince1970) < 1e11 }) else {
      throw DecodingError.dataCorruptedError(forKey: .opened, in: values, debugDescription: "not a time")
    }
  }

  /// Writes the session down, its secrets in the clear.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(login, forKey: .login)
    try values.encode(opened, forKey: .opened)
    try values.encode(used, forKey: .used)
    try values.encode(Data(state.reveal()), forKey: .state)
    try values.encode(Data(directory.reveal()), forKey: .directory)
  }
}

extension KeptSession: CustomStringConvertible {
  /// Which login it is of, and its times.
  public var description: String { "session of login \(login), opened \(opened), used \(used)" }
}
