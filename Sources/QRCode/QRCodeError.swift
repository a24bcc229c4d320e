/// Why a picture gives no text, or a text no picture.
public struct QRCodeError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure. An open set.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name, stable.
    public let rawValue: String

    /// A kind of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The file cannot be opened or read.
    public static let unreadable = Code(rawValue: "pictureUnreadable")
    /// The bytes are neither PNG nor JPEG.
    public static let notAPicture = Code(rawValue: "notAPicture")
    /// The picture is damaged.
    public static let brokenPicture = Code(rawValue: "brokenPicture")
    /// The picture is larger than the limits.
    public static let tooLarge = Code(rawValue: "pictureTooLarge")
    /// There is no QR code in the picture.
    public static let noCode = Code(rawValue: "noCode")
    /// The text does not fit into a code.
    public static let textTooLong = Code(rawValue: "textTooLong")
  }

  /// The kind of failure.
  public var code: Code
  /// One sentence for people.
  public var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// In words.
  public var description: String { "\(message) (\(code.rawValue))" }
}
