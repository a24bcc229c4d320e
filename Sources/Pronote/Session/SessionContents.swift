import Foundation
import PronoteWire

/// What stays the same throughout a session, as it is kept in the vault: what the login brought, and how it was asked for.
struct SessionContents: Codable, Sendable {
  /// The version that is written.
  private static let version = 1

  private var version = SessionContents.version
  /// The school that it is a session of.
  var root: String
  /// The number of the space's page on the wire is in the channel; this is the space's name.
  var space: String
  /// The name that was signed in with.
  var username: String
  /// The user agent, which stays for the whole session.
  var userAgent: String
  private var displayName: String
  private var browserIdentity: String?
  private var parameters: Data
  private var user: Data

  init(_ outcome: LoginStateMachine.Outcome, root: String, space: String, username: String, userAgent: String) {
    self.root = root
    self.space = space
    self.username = username
    self.userAgent = userAgent
    displayName = outcome.displayName
    browserIdentity = outcome.browserIdentity
    parameters = Data(outcome.parameters.json.bytes())
    user = Data(outcome.user.json.bytes())
  }

  /// Reads what was kept; nil when it is of another version, or no contents at all.
  init?(_ bytes: [UInt8]) {
    guard let contents = try? JSONDecoder().decode(SessionContents.self, from: Data(bytes)),
      contents.version == SessionContents.version
    else { return nil }
    self = contents
  }

  /// The bytes to keep.
  var bytes: [UInt8] {
    get throws { Array(try JSONEncoder().encode(self)) }
  }

  /// Takes fresh ids.
  mutating func replaceUser(_ user: ParametresUtilisateur.Response) {
    self.user = Data(user.json.bytes())
  }

  /// What the login brought; nil when it cannot be read any more.
  ///
  /// - Parameter opened: when that was.
  func outcome(opened: Date) -> LoginStateMachine.Outcome? {
    guard let parameters = try? FonctionParametres.Response(JSONDocument(Array(parameters)).root),
      let user = try? ParametresUtilisateur.Response(JSONDocument(Array(user)).root)
    else { return nil }
    return LoginStateMachine.Outcome(
      parameters: parameters,
      user: user,
      displayName: displayName,
      browserIdentity: browserIdentity,
      opened: opened
    )
  }
}
