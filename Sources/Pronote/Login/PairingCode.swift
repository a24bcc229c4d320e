import PronoteWire
public import SchoolModel
public import WebSession

/// What the QR code of a school holds: a login and a one-time token, both under a PIN, and an address
/// (session document 8.1).
///
/// ```swift
/// let code = try PairingCode(decoding: text)
/// let contents = try code.contents(pin: PairingPIN("1234"))
/// ```
public struct PairingCode: Sendable {
  /// A code that was opened with its PIN.
  public struct Contents: Sendable {
    /// The login.
    public var login: String
    /// The one-time token. Works once and for ten minutes.
    public var token: Secret<String>

    /// A login and its token.
    public init(login: String, token: Secret<String>) {
      self.login = login
      self.token = token
    }
  }

  /// The address in the code, as it stands there.
  public let url: String

  /// The code as JSON text, unknown members included: what is drawn as a picture.
  public let text: String

  private let login: String
  private let token: String

  /// Reads the JSON text of a code. No request.
  ///
  /// - Throws: ``PronoteError`` with code `damagedCode`: the text is no pairing code, or a broken one.
  public init(decoding text: String) throws(PronoteError) {
    guard let document = try? JSONDocument(Array(text.utf8)) else { throw PairingCode.damaged("it is not JSON") }
    let root = document.root
    guard let login = root.label("login"), let token = root.label("jeton"), let url = root.label("url") else {
      throw PairingCode.damaged("it does not hold login, jeton and url")
    }
    for part in [login, token] {
      guard let bytes = Hex.decode(part), !bytes.isEmpty, bytes.count % 16 == 0 else {
        throw PairingCode.damaged("its cipher text is not whole blocks in hexadecimal")
      }
    }
    self.login = login
    self.token = token
    self.url = url
    self.text = text
  }

  init(_ response: JetonAppliMobile.Response, url: String) throws(PronoteError) {
    let json: JSONValue = ["jeton": .string(response.jeton), "login": .string(response.login), "url": .string(url)]
    try self.init(decoding: String(decoding: json.bytes(), as: UTF8.self))
  }

  /// Opens the code. No request.
  ///
  /// - Throws: ``PronoteError`` with code `wrongPIN`.
  public func contents(pin: PairingPIN) throws(PronoteError) -> Contents {
    let cipher = SessionCipher(keyMaterial: Array(pin.digits.utf8), vectorMaterial: nil)
    // One wrong PIN in 256 decrypts to something: text without control characters it is not.
    guard let login = try? cipher.decrypt(hex: login), let token = try? cipher.decrypt(hex: token),
      PairingCode.isPrintable(login), PairingCode.isPrintable(token)
    else {
      throw PronoteError(.wrongPIN, "this is not the PIN of the pairing code", facts: .init(step: "pairing code"))
    }
    return Contents(login: login, token: Secret(token))
  }

  /// The school whose code this is. No request.
  ///
  /// - Throws: ``PronoteError`` with code `badAddress`.
  public func school() throws -> School {
    try School(url: url)
  }

  /// The space that the code opens: that of its page, `student` when it names none.
  public func space() throws -> AccountSpace {
    let school = try school()
    if let page = school.unknownPage { throw PairingCode.damaged("'\(page)' is the page of no space that is known") }
    return school.space ?? .student
  }

  private static func isPrintable(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0xFFFD }
  }

  private static func damaged(_ reason: String) -> PronoteError {
    PronoteError(.damagedCode, "this is no pairing code: \(reason)", facts: .init(step: "pairing code"))
  }
}

extension PairingCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The address alone: four digits do not keep the rest from anybody.
  public var description: String { "pairing code of \(url)" }
  /// The same.
  public var debugDescription: String { description }
  /// The address.
  public var customMirror: Mirror { Mirror(self, children: ["url": url]) }
}
