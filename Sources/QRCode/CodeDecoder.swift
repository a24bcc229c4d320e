#if os(Linux)
  import CZXing
  import Foundation

  /// zxing-cpp.
  enum CodeDecoder {
    /// The bytes of all codes in a picture.
    static func codes(in picture: GreyPicture, _ look: Look) -> [[UInt8]] {
      guard picture.width > 0, picture.height > 0 else { return [] }
      var buffer: UnsafeMutablePointer<UInt8>?
      var count = 0
      let looks = (look.isInverted ? CZXING_INVERTED : CZXING_PLAIN) | (look.isFaint ? CZXING_FAINT : CZXING_PLAIN)
      czxing_read(picture.pixels, Int32(picture.width), Int32(picture.height), Int32(looks), &buffer, &count)
      defer { free(buffer) }
      var codes: [[UInt8]] = []
      var rest = UnsafeRawBufferPointer(start: buffer, count: count)[...]
      while rest.count > 4 {
        let length = Int(rest.loadUnaligned(as: UInt32.self))
        codes.append(Array(rest.dropFirst(4).prefix(length)))
        rest = rest.dropFirst(4 + length)
      }
      return codes
    }
  }

  /// zxing-cpp.
  enum CodeEncoder {
    /// The modules of a text's code, row by row; nil when it does not fit.
    static func modules(of text: String) -> [Bool]? {
      var buffer = [UInt8](repeating: 0, count: 177 * 177)
      let width = Int(czxing_write(text, &buffer, buffer.count))
      return width > 0 ? buffer.prefix(width * width).map { $0 == 1 } : nil
    }
  }
#endif
