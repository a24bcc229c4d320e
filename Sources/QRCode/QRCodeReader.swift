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
    for attempt in attempts(picture) {
      let found = CodeDecoder.codes(in: attempt())
      guard !found.isEmpty else { continue }
      var texts: [String] = []
      for bytes in found {
        let text = text(of: bytes)
        if !texts.contains(text) { texts.append(text) }
      }
      return texts
    }
    throw QRCodeError(.noCode, "there is no QR code in the picture, or none that can be read")
  }

  private static func attempts(_ picture: GreyPicture) -> [() -> GreyPicture] {
    var attempts: [() -> GreyPicture] = [{ picture }]
    if picture.width > 64, picture.height > 64 { attempts.append { picture.halved } }
    if let stretched = picture.stretched { attempts.append { stretched } }
    attempts.append { picture.inverted }
    if picture.width * picture.height < 1_000_000 { attempts.append { picture.doubled } }
    if picture.width > 256, picture.height > 256 {
      attempts += [{ picture.halved.halved }, { picture.halved.inverted }]
    }
    return attempts
  }

  private static func text(of bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
