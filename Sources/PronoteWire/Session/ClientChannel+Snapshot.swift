import Foundation

extension ClientChannel {
  /// A channel between two calls, as it can be written down: the process that reads it goes on with the next number.
  ///
  /// Holds the session's key. Keep it as a password is kept.
  package struct Snapshot: Codable, Sendable, Hashable {
    /// The letter of the profile's dialect.
    package var dialect: String
    /// The session's number.
    package var session: Int
    /// The space's number.
    package var space: Int
    /// Whether secured parts are encrypted.
    package var encrypts: Bool
    /// Whether secured parts are compressed.
    package var compresses: Bool
    /// Whether the payload's name is a guess.
    package var sendsBothPayloadNames: Bool
    /// The number of the next call.
    package var nextOrder: Int
    /// The ciphers in force.
    package var timeline: CipherTimeline
  }

  /// The channel as it is now.
  package var snapshot: Snapshot {
    Snapshot(
      dialect: profile.dialect.rawValue,
      session: session,
      space: space,
      encrypts: codec.encrypts,
      compresses: codec.compresses,
      sendsBothPayloadNames: sendsBothPayloadNames,
      nextOrder: nextOrder,
      timeline: timeline
    )
  }

  /// The channel of a snapshot; nil when it makes no sense, or speaks a profile that this version does not know.
  package init?(_ snapshot: Snapshot) {
    guard let profile = WireProfile.named(snapshot.dialect),
      snapshot.nextOrder > 0, snapshot.nextOrder % 2 == 1, snapshot.nextOrder < .max / 2
    else { return nil }
    self.profile = profile
    session = snapshot.session
    space = snapshot.space
    codec = SecuredCodec(encrypts: snapshot.encrypts, compresses: snapshot.compresses)
    sendsBothPayloadNames = snapshot.sendsBothPayloadNames
    nextOrder = snapshot.nextOrder
    timeline = snapshot.timeline
  }
}

extension ClientChannel.Sealed: Codable {
  private enum Key: String, CodingKey {
    case function, path, body, order
  }

  /// Reads a call that was written down.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    function = try values.decode(String.self, forKey: .function)
    path = try values.decode(String.self, forKey: .path)
    body = Array(try values.decode(Data.self, forKey: .body))
    order = try values.decode(Int.self, forKey: .order)
    guard (1..<(.max / 2)).contains(order), path.hasPrefix("appelfonction/") else {
      throw DecodingError.dataCorruptedError(forKey: .order, in: values, debugDescription: "not a call")
    }
  }

  /// Writes the call down, its body as it was sealed.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(function, forKey: .function)
    try values.encode(path, forKey: .path)
    try values.encode(Data(body), forKey: .body)
    try values.encode(order, forKey: .order)
  }
}
