import Foundation
import QRCode
import Testing

@Suite struct `A QR code picture` {
  private static let pairing =
    #"{"jeton":""# + String(repeating: "EE27A6CA0B99F255", count: 10)
    + #"","login":"F8E83FA7E9A21441A2596950DA79441E","url":"https://école.example/pronote/mobile.eleve.html"}"#

  private static func code() throws -> GreyPicture { try QRCode(text: pairing).picture(scale: 6) }

  @Test(arguments: ["a", "Élève ✓ été 😀", "with\0zero", String(repeating: "0123456789abcdef", count: 100), pairing])
  func `gives back its text`(text: String) throws {
    #expect(try QRCodeReader.texts(inImage: QRCode(text: text).png()) == [text])
    #expect(try QRCodeReader.texts(inImage: QRCode(text: text).png(scale: 3)) == [text])
  }

  @Test func `is read inverted, faint, noisy and small in a large picture`() throws {
    let code = try Self.code()
    #expect(try QRCodeReader.texts(in: code.inverted) == [Self.pairing])
    var faint = code
    faint.pixels = code.pixels.map { 120 + $0 / 12 }
    #expect(try QRCodeReader.texts(in: faint) == [Self.pairing])
    var generator = Seeded(state: 42)
    var noisy = code
    noisy.pixels = code.pixels.map { UInt8(clamping: Int($0) + Int.random(in: -90...90, using: &generator)) }
    #expect(try QRCodeReader.texts(in: noisy) == [Self.pairing])
    #expect(try QRCodeReader.texts(in: GreyPicture.pasted([(code, 1700, 900)], 3000, 2000)) == [Self.pairing])
  }

  @Test(arguments: [90.0, 180, 270, 17, 45, 121]) func `is read when it is turned`(degrees: Double) throws {
    #expect(try QRCodeReader.texts(in: Self.code().turned(degrees)) == [Self.pairing])
  }

  @Test func `gives all of its codes`() throws {
    let other = try QRCode(text: "another").picture(scale: 6)
    let both = GreyPicture.pasted([(try Self.code(), 20, 20), (other, 600, 300)], 900, 700)
    #expect(try Set(QRCodeReader.texts(in: both)) == [Self.pairing, "another"])
  }

  @Test func `is refused with the reason when it is none`() throws {
    #expect(code(of: []) == .notAPicture)
    #expect(code(of: Array("GIF89a".utf8)) == .notAPicture)
    let png = try QRCode(text: "x").png()
    #expect(code(of: Array(png.prefix(png.count / 2))) == .brokenPicture)
    #expect(code(of: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == .brokenPicture)
    #expect(
      try code(of: PictureFile.encode(.init(width: 300, height: 300, pixels: .init(repeating: 255, count: 90_000))))
        == .noCode
    )
    var huge = png
    huge.replaceSubrange(16..<24, with: [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF])
    #expect([.tooLarge, .brokenPicture].contains(code(of: huge)))
    #expect(throws: QRCodeError.self) { try QRCode(text: String(repeating: "é", count: 3000)) }
    #expect(throws: QRCodeError.self) { try QRCode(text: "") }
    #expect(throws: QRCodeError.self) { try QRCode(text: "x").png(scale: 1_000_000) }
  }

  @Test func `stands in the terminal, module for module`() throws {
    let code = try QRCode(text: Self.pairing)
    let lines = code.terminalLines(border: 2)
    #expect(lines.count == (code.size + 4 + 1) / 2)
    for (row, line) in lines.enumerated() {
      let blocks = Array(line.replacing("\u{1B}[30;107m", with: "").replacing("\u{1B}[0m", with: ""))
      #expect(blocks.count == code.size + 4)
      for (column, block) in blocks.enumerated() {
        #expect(("▀█".contains(block)) == code[column - 2, row * 2 - 2])
        #expect(("▄█".contains(block)) == code[column - 2, row * 2 - 1])
      }
    }
  }

  private func code(of bytes: [UInt8]) -> QRCodeError.Code? {
    do {
      _ = try QRCodeReader.texts(inImage: bytes)
      return nil
    } catch {
      return error.code
    }
  }
}
