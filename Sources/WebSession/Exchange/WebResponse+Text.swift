extension WebResponse {
  /// The body as text. Never fails: what is wrong in UTF-8 becomes U+FFFD.
  ///
  /// UTF-8, unless the content type says ISO-8859-1, ASCII or windows-1252, which browsers all read as windows-1252
  /// (WHATWG Encoding). A byte order mark wins over the content type, and is dropped.
  public var text: String {
    if body.starts(with: [0xef, 0xbb, 0xbf]) { return String(decoding: body.dropFirst(3), as: UTF8.self) }
    let isWestern = charset.map { name in Windows1252.labels.contains { name.equalsIgnoringASCIICase($0) } } ?? false
    return isWestern ? Windows1252.decode(body) : String(decoding: body, as: UTF8.self)
  }

  /// The `charset` parameter of the content type.
  private var charset: String? {
    guard let type = header("Content-Type") else { return nil }
    for parameter in type.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, trimmed(parts[0]).equalsIgnoringASCIICase("charset") else { continue }
      return trimmed(parts[1])
    }
    return nil
  }

  private func trimmed(_ text: Substring) -> String {
    let isMargin = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\"" || scalar == "'" }
    var scalars = text.unicodeScalars.drop(while: isMargin)
    while let last = scalars.last, isMargin(last) { scalars.removeLast() }
    return String(scalars)
  }
}
