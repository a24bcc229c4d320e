/// A QR code (ISO/IEC 18004, byte mode, error correction M).
///
/// ```swift
/// let code = try QRCode(text: pairingCode.text)
/// print(code.terminalLines().joined(separator: "\n"))
/// ```
public struct QRCode: Sendable, Hashable {
  /// How many modules it is wide and high.
  public let size: Int

  private let modules: [Bool]

  /// The code of a text of at most some 2,300 bytes.
  ///
  /// - Throws: ``QRCodeError`` with code `textTooLong`.
  public init(text: String) throws(QRCodeError) {
    guard !text.isEmpty, let modules = CodeEncoder.modules(of: text) else {
      throw QRCodeError(.textTooLong, "a text of \(text.utf8.count) bytes does not fit into a QR code")
    }
    self.modules = modules
    size = Int(Double(modules.count).squareRoot())
  }

  /// Whether a module is dark; outside of the code none is.
  public subscript(x: Int, y: Int) -> Bool {
    (0..<size).contains(x) && (0..<size).contains(y) && modules[y * size + x]
  }

  /// The code as a picture of grey dots, with a border of light modules.
  package func picture(scale: Int = 8, border: Int = 4) -> GreyPicture {
    let side = (size + 2 * border) * scale
    var pixels = [UInt8](repeating: 255, count: side * side)
    for y in 0..<side {
      for x in 0..<side where self[x / scale - border, y / scale - border] { pixels[y * side + x] = 0 }
    }
    return GreyPicture(width: side, height: side, pixels: pixels)
  }

  /// The code as PNG.
  ///
  /// - Parameters:
  ///   - scale: the dots of a module's side.
  ///   - border: the light modules around the code; readers want four.
  /// - Throws: ``QRCodeError`` with code `pictureTooLarge`.
  public func png(scale: Int = 8, border: Int = 4) throws(QRCodeError) -> [UInt8] {
    let (scale, border) = (max(1, scale), max(0, border))
    guard scale <= 1000, border <= 1000, (size + 2 * border) * scale <= 7000 else {
      throw QRCodeError(.tooLarge, "a picture with \(scale) dots a module is larger than the limit")
    }
    return try PictureFile.encode(picture(scale: scale, border: border))
  }

  /// The code for a terminal: two rows of modules a line, black on white whatever the terminal's colours are.
  public func terminalLines(border: Int = 2) -> [String] {
    let border = max(0, border)
    return stride(from: -border, to: size + border, by: 2).map { y in
      let blocks = (-border..<(size + border)).map { x in
        switch (self[x, y], self[x, y + 1]) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      }
      return "\u{1B}[30;107m" + blocks.joined() + "\u{1B}[0m"
    }
  }
}
