#if os(Linux)
  import CZXing

  /// zxing-cpp.
  enum CodeEncoder {
    /// The modules of a text's code, row by row; nil when it does not fit.
    static func modules(of text: String) -> [Bool]? {
      var buffer = [UInt8](repeating: 0, count: 177 * 177)
      let width = Int(czxing_write(text, text.utf8.count, &buffer, buffer.count))
      return width > 0 ? buffer.prefix(width * width).map { $0 == 1 } : nil
    }
  }
#endif
