/// A file or a link that belongs to homework, a lesson or a message.
///
/// A file is fetched on demand, through the session that listed it (`PronoteSession.download(_:)`).
public struct Attachment: Hashable, Sendable {
  /// What an attachment is. An open set; the numbers are the protocol's (functions document 1.10).
  public struct Kind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The value that stands for it in texts or on the wire.
    public let rawValue: Int

    /// What a value stands for, with or without a constant here.
    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// A link to somewhere else.
    public static let link = Kind(rawValue: 0)
    /// A file on the school's server.
    public static let file = Kind(rawValue: 1)
    /// A file in a cloud.
    public static let cloud = Kind(rawValue: 2)
    /// A link to a publisher's kiosk.
    public static let kiosk = Kind(rawValue: 3)
    /// A link to a video conference.
    public static let video = Kind(rawValue: 4)

    /// `link`, `file`, `cloud`, `kiosk`, `video`, or `unknown-7`.
    public var description: String {
      switch self {
      case .link: "link"
      case .file: "file"
      case .cloud: "cloud"
      case .kiosk: "kiosk"
      case .video: "video"
      default: "unknown-\(rawValue)"
      }
    }
  }

  /// The file name, or the text of a link.
  public var name: String

  /// What it is.
  public var kind: Kind

  /// Where a link leads. Nil for files on the school's server.
  public var url: String?

  /// The server's identifier, valid in the session that listed it and nowhere else.
  package var sessionID: String?

  /// A link or a file that needs no session.
  public init(name: String, kind: Kind, url: String? = nil) {
    self.name = name
    self.kind = kind
    self.url = url
  }

  /// A file that the session that listed it can download.
  package init(name: String, kind: Kind, url: String?, sessionID: String?) {
    self.init(name: name, kind: kind, url: url)
    self.sessionID = sessionID
  }
}
