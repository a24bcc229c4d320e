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
      let (width, height) = (Int32(picture.width), Int32(picture.height))
      _ = czxing_read(picture.pixels, width, height, look.rawValue, &buffer, &count)
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
#endif
