import Foundation

/// Writes lines as a PDF file of A4 pages (ISO 32000-1, version 1.4), in Helvetica, without compression.
struct PDFWriter {
  private static let width = 595
  private static let height = 842
  private static let margin = 40

  private var output: [UInt8] = []
  private var offsets: [Int] = []

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - page: the lines; they flow over as many pages as they need.
  ///   - title: the title in the file's properties.
  static func data(_ page: PrintedPage, title: String) -> Data {
    var writer = PDFWriter()
    writer.write(pages(of: page.lines), title: title)
    return Data(writer.output)
  }

  private static func pages(of lines: [PrintedPage.Line]) -> [String] {
    var pages: [String] = []
    var content = ""
    var y = height - margin
    for line in lines {
      let leading = line.size + 4
      if y - leading < margin {
        pages.append(content)
        content = ""
        y = height - margin
      }
      y -= leading
      for piece in line.pieces where !piece.text.isEmpty {
        let font = line.isBold ? "/F2" : "/F1"
        content += "BT \(font) \(line.size) Tf \(margin + piece.distance) \(y) Td (\(escape(piece.text))) Tj ET\n"
      }
    }
    return pages + [content]
  }

  private mutating func write(_ pages: [String], title: String) {
    output += "%PDF-1.4\n%\u{e2}\u{e3}\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let firstPage = 6
    let kids = pages.indices.map { "\(firstPage + 2 * $0) 0 R" }.joined(separator: " ")
    object("<< /Type /Catalog /Pages 2 0 R >>")
    object("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    for name in ["Helvetica", "Helvetica-Bold"] {
      object("<< /Type /Font /Subtype /Type1 /BaseFont /\(name) /Encoding /WinAnsiEncoding >>")
    }
    object("<< /Title (\(PDFWriter.escape(title))) /Producer (Trousse) >>")
    for (index, content) in pages.enumerated() {
      object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(PDFWriter.width) \(PDFWriter.height)] "
          + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents \(firstPage + 2 * index + 1) 0 R >>"
      )
      object("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    let start = output.count
    line("xref")
    line("0 \(offsets.count + 1)")
    line("0000000000 65535 f ")
    for offset in offsets {
      let digits = String(offset)
      line(String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n ")
    }
    line("trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R /Info 5 0 R >>\nstartxref\n\(start)\n%%EOF")
  }

  private mutating func object(_ content: String) {
    offsets.append(output.count)
    line("\(offsets.count) 0 obj\n\(content)\nendobj")
  }

  private mutating func line(_ text: String) {
    output += (text + "\n").utf8
  }

  /// A string of a content stream, in ASCII: WinAnsi bytes beyond it are written in octal (7.3.4.2, annex D.2).
  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "(", ")", "\\": result += "\\\(scalar)"
      case " "..."~": result.unicodeScalars.append(scalar)
      default: result += octal(winAnsi[scalar] ?? (scalar.value < 0x100 ? UInt8(scalar.value) : UInt8(ascii: "?")))
      }
    }
    return result
  }

  private static func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// What WinAnsi has between 0x80 and 0x9f, as far as a school writes it.
  private static let winAnsi: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "…": 0x85, "Œ": 0x8c, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
    "œ": 0x9c, "Ÿ": 0x9f, "✓": 0x95, "\u{202f}": 0xa0,
  ]
}
