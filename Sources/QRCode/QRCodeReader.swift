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

  /// The texts of all codes in a picture (PNG or JPEG), each text once, in the decoder's order; never empty.
  ///
  /// Every picture is searched at its size and halved, halved again and so on (against noise), for dark codes and for
  /// light ones on a dark ground; all codes that this finds are returned. Only when there is none, the picture is looked
  /// at in other ways: with little contrast, smoothed, half as wide, half as high (a code seen from the side), and
  /// enlarged if it has at most 12 million dots.
  ///
  /// A photograph of 6 million dots with a code takes about 0.1 seconds; the largest picture without one some 4 seconds
  /// and 250 MB (CMYK: 600 MB), and so does a picture that was made to keep the decoder busy. A JPEG file that is cut off
  /// is read as far as it goes. Bytes that are not UTF-8 are taken for Latin 1.
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
      for look in round {
        for text in CodeDecoder.codes(in: picture, look).map(text(of:)) where !texts.contains(text) {
          texts.append(text)
        }
      }
      if !texts.isEmpty { return texts }
    }
    if picture.isDamaged { throw QRCodeError(.brokenPicture, "the picture is damaged, and no QR code is left in it") }
    throw QRCodeError(.noCode, "there is no QR code in the picture, or none that can be read")
  }

  /// The looks of a round are all taken; the next round only follows when they find nothing.
  private static func rounds(_ picture: GreyPicture) -> [[Look]] {
    var rounds: [[Look]] = [[[], .inverted], [.faint, [.faint, .inverted]], [.smoothed], [.narrowed, .flattened]]
    if picture.width * picture.height <= 12_000_000 { rounds.append([.enlarged, [.enlarged, .inverted]]) }
    return rounds
  }

  private static func text(of bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
