import Foundation
import PronoteWire
import WebSession

/// What changes in a session with every request, as it is kept in the vault: the next process goes on from here.
struct SessionState: Codable {
  /// Ciphers, and the number of the next call.
  var channel: ClientChannel.Snapshot
  /// The cookies that the school set.
  var cookies: CookieJar
  /// The call whose answer is owed: it was written down before it was sent, and its answer has not been.
  var owed: ClientChannel.Sealed?

  /// The bytes to keep.
  var bytes: [UInt8] {
    get throws { Array(try JSONEncoder().encode(self)) }
  }

  /// Reads what was kept.
  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(SessionState.self, from: Data(bytes))
  }

  init(channel: ClientChannel.Snapshot, cookies: CookieJar, owed: ClientChannel.Sealed?) {
    self.channel = channel
    self.cookies = cookies
    self.owed = owed
  }
}
