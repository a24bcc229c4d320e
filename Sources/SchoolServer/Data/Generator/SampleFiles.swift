import Foundation

/// Small valid files, made on the spot.
enum SampleFiles {
  /// A PDF of one A4 page with a title and lines of text (ISO 32000-1, WinAnsiEncoding).
  static func pdf(title: String, lines: [String]) -> Data {
    var stream = "BT /F1 20 Tf 72 770 Td (\(escaped(title))) Tj /F1 12 Tf"
    for line in lines { stream += " 0 -28 Td (\(escaped(line))) Tj" }
    stream += " ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(text.utf8)
  }

  /// A text as the inside of a PDF string in ASCII; characters outside Latin-1 become question marks.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "(", ")", "\\": "\\\(scalar)"
      case " "..."~": String(scalar)
      case "\u{A0}"..."\u{FF}": "\\" + String(scalar.value, radix: 8)
      default: "?"
      }
    }.joined()
  }

  /// A grey square of 8 by 8 points as a baseline JPEG (ITU-T T.81).
  static let photo: Data = {
    var bytes: [UInt8] = [0xFF, 0xD8]
    bytes += [
      0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00,
    ]
    bytes += [0xFF, 0xDB, 0x00, 0x43, 0x00] + [UInt8](repeating: 1, count: 64)
    bytes += [0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x08, 0x00, 0x08, 0x01, 0x01, 0x11, 0x00]
    let oneCode: [UInt8] = [1] + [UInt8](repeating: 0, count: 15) + [0]
    bytes += [0xFF, 0xC4, 0x00, 0x14, 0x00] + oneCode
    bytes += [0xFF, 0xC4, 0x00, 0x14, 0x10] + oneCode
    bytes += [0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x3F]
    bytes += [0xFF, 0xD9]
    return Data(bytes)
  }()
}
