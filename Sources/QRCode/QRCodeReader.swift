/// Reads QR codes from pictures.
///
/// ```swift
/// let texts = try QRCodeReader.texts(inImage: bytes)
/// ```
public enum QRCodeReader {
  /// The longest file that is read, in bytes.
  public static let maximumBytes = 32 << 20

  /// The largest picture that is read, in dots.
  public static let maximumPixels = 50_000_000

  /// The texts of all codes in a picture (PNG or JPEG), in the decoder's order; never empty.
  ///
  /// A code that is not found at once is looked for in the picture halved (against noise), with more contrast,
  /// inverted and doubled. Bytes that are not UTF-8 are taken for Latin 1.
  ///
  /// - Throws: ``QRCodeError``.
  public static func texts(inImage bytes: [UInt8]) throws(QRCodeError) -> [String] {
    guard bytes.count <= maximumBytes else {
      throw QRCodeError(.tooLarge, "the picture is longer than \(maximumBytes >> 20) MB")
    }
    return try texts(in: PictureFile.decode(bytes, maximumPixels: maximumPixels))
  }

  package static func texts(in picture: GreyPicture) throws(QRCodeError) -> [String] {
    for round in rounds(picture) {
      var texts: [String] = []
      for attempt in round {
        for text in attempt().map(text(of:)) where !texts.contains(text) { texts.append(text) }
      }
      if !texts.isEmpty { return texts }
    }
    throw QRCodeError(.noCode, "there is no QR code in the picture, or none that can be read")
  }

  private static func rounds(_ picture: GreyPicture) -> [[() -> [[UInt8]]]] {
    let e = CommandLine.arguments[1]
    func l(_ p: GreyPicture, _ look: Look) -> () -> [[UInt8]] {{ CodeDecoder.codes(in: p, look) }}
    var r: [() -> [[UInt8]]] = []
    if e.contains("p") { r.append(l(picture, Look())) }
    if e.contains("i") { r.append(l(picture, Look(isInverted: true))) }
    if e.contains("f") { r.append(l(picture, Look(isFaint: true))) }
    if e.contains("d") { r.append(l(picture.doubled, Look())) }
    return [r]
  }

  private static func text(of bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
