import WebSession
import PronoteWire

/// The ids of one session: opaque texts that mean something in this session and nowhere else
/// (functions document 1.4).
///
/// An id is the kind and the key of a thing, encrypted under a key of the session. So nothing has to be remembered,
/// the same thing has the same id throughout, and an id of another session does not decrypt.
struct WireIDs: Sendable {
  /// What an id stands for. The raw value is the prefix, as on servers of 2025.
  enum Kind: Int, Sendable {
    case notebook = 18
    case schoolClass = 23
    case lesson = 29
    case person = 34
    case content = 37
    case homework = 38
    case student = 46
    case attachment = 48
    case school = 50
    case group = 60
    case test = 73
    case subject = 79
    case absence = 85
    case delay = 86
    case punishment = 87
    case punishmentSession = 88
    case observation = 91
    case service = 92
    case skillLevel = 93
    case section = 95
    case holiday = 104
    case period = 105
    case pillar = 107
    case domain = 108
    case skill = 109
    case category = 110
    case news = 111
    case question = 112
    case choice = 113
    case label = 120
    case discussion = 121
    case possession = 122
    case message = 123
    case room = 129
    case foodTag = 130
    case menu = 131
    case food = 132
    case evaluation = 133
    case theme = 134
    case video = 178
    case exemption = 179
  }

  private static let mark = Array("trousse".utf8)
  private let cipher: SessionCipher

  /// Ids under sixteen or more random bytes.
  init(secret: [UInt8]) {
    cipher = SessionCipher(keyMaterial: secret, vectorMaterial: nil)
  }

  /// The id of a thing: the prefix, `#`, and 43 characters.
  func id(_ kind: Kind, _ key: Int64) -> String {
    var bytes = WireIDs.bytes(key) + [UInt8(truncatingIfNeeded: kind.rawValue)] + WireIDs.mark
    bytes += [UInt8](repeating: 0, count: 31 - bytes.count)
    return "\(kind.rawValue)#" + Base64URL.encode(cipher.encrypt(bytes))
  }

  /// The key of a thing.
  ///
  /// - Throws: ``ServerRefusal`` 22 for an id that this session did not give out, 20 for one of another kind.
  func key(_ id: String?, _ kind: Kind) throws(ServerRefusal) -> Int64 {
    guard let id, let mark = id.firstIndex(of: "#"), let sealed = Base64URL.decode(id[id.index(after: mark)...]),
      let bytes = try? cipher.decrypt(sealed), bytes.count == 31, Array(bytes[9..<16]) == WireIDs.mark
    else { throw ServerRefusal.foreignObject }
    guard bytes[8] == UInt8(truncatingIfNeeded: kind.rawValue) else { throw ServerRefusal.unknownObject }
    return bytes[0..<8].reduce(0) { $0 << 8 | Int64($1) }
  }

  private static func bytes(_ key: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: key >> Int64(56 - 8 * $0)) }
  }
}
