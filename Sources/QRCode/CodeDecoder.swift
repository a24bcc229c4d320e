#if os(Linux)
  import CZXing

  /// zxing-cpp.
  enum CodeDecoder {
    /// The bytes of all codes in a picture.
    static func codes(in picture: GreyPicture) -> [[UInt8]] {
      guard picture.width > 0, picture.height > 0 else { return [] }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let (width, height) = (Int32(picture.width), Int32(picture.height))
      let count = czxing_read(picture.pixels, width, height, width, &buffer, buffer.count)
      guard count > 0 else { return [] }
      var codes: [[UInt8]] = []
      var rest = buffer.prefix(count)
      while rest.count > 4 {
        let length = rest.prefix(4).withUnsafeBytes { Int($0.loadUnaligned(as: UInt32.self)) }
        guard length > 0, rest.count >= 4 + length else { break }
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
