import Foundation

/// A look at the structure of a PDF file (ISO 32000-1, 7.5).
enum PDFFile {
  /// The number of pages; nil when the table at the end does not lead to every object.
  static func pageCount(_ data: Data) -> Int? {
    let text = String(decoding: data, as: UTF8.self)
    // Everything after the first line but one is ASCII, so that offsets are counted in bytes.
    guard text.hasPrefix("%PDF-1."), text.hasSuffix("%%EOF\n"), let table = tableOffset(text),
      let lines = slice(data, from: table, count: data.count - table)?.split(separator: "\n"),
      lines.count > 2, lines[0] == "xref", let count = lines[1].split(separator: " ").last.flatMap({ Int($0) }),
      lines.count > count + 2
    else { return nil }
    for number in 1..<count {
      guard let offset = Int(lines[2 + number].prefix(10)),
        let object = slice(data, from: offset, count: 12), object.hasPrefix("\(number) 0 obj")
      else { return nil }
    }
    return text.split(separator: "/Type /Page ").count - 1
  }

  private static func tableOffset(_ text: String) -> Int? {
    text.split(separator: "startxref\n").last?.split(separator: "\n").first.flatMap { Int($0) }
  }

  private static func slice(_ data: Data, from offset: Int, count: Int) -> String? {
    guard offset >= 0, offset < data.count else { return nil }
    return String(decoding: data.dropFirst(offset).prefix(count), as: UTF8.self)
  }
}
