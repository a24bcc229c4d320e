import Foundation
import QRCode
import Testing

@Suite struct `A QR code picture` {
  private static let pairing =
    #"{"jeton":""# + String(repeating: "EE27A6CA0B99F255", count: 10)
    + #"","login":"F8E83FA7E9A21441A2596950DA79441E","url":"https://école.example/pronote/mobile.eleve.html"}"#

  private static func code() throws -> GreyPicture { try QRCode(text: pairing).picture(scale: 6) }

  @Test(arguments: ["a", "Élève ✓ été 😀", String(repeating: "0123456789abcdef", count: 100), pairing])
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
    #expect(try QRCodeReader.texts(in: Self.pasted([(code, 1700, 900)], 3000, 2000)) == [Self.pairing])
  }

  @Test(arguments: [90.0, 180, 270, 17, 45, 121]) func `is read when it is turned`(degrees: Double) throws {
    #expect(try QRCodeReader.texts(in: Self.turned(Self.code(), degrees)) == [Self.pairing])
  }

  @Test func `gives all of its codes`() throws {
    let other = try QRCode(text: "another").picture(scale: 6)
    let both = Self.pasted([(try Self.code(), 20, 20), (other, 600, 300)], 900, 700)
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
  }

  @Test func `never crashes the reader, whatever its bytes`() throws {
    let png = try QRCode(text: Self.pairing).png(scale: 2)
    var generator = Seeded(state: 7)
    for _ in 0..<400 {
      var bytes = png
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: .min ... .max, using: &generator)
      }
      _ = try? QRCodeReader.texts(inImage: bytes)
    }
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

  @Test(.enabled(if: ProcessInfo.processInfo.environment["TROUSSE_JUDGES"].map { !$0.isEmpty } ?? false))
  func `is read by zbarimg`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
    try Data(QRCode(text: Self.pairing).png()).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let judge = Process()
    judge.executableURL = URL(fileURLWithPath: "/usr/bin/zbarimg")
    judge.arguments = ["--quiet", "--raw", file.path]
    let output = Pipe()
    judge.standardOutput = output
    judge.standardError = FileHandle.nullDevice
    try judge.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    judge.waitUntilExit()
    #expect(String(decoding: said, as: UTF8.self) == Self.pairing + "\n")
  }

  private func code(of bytes: [UInt8]) -> QRCodeError.Code? {
    do {
      _ = try QRCodeReader.texts(inImage: bytes)
      return nil
    } catch {
      return error.code
    }
  }

  private static func pasted(_ pictures: [(GreyPicture, Int, Int)], _ width: Int, _ height: Int) -> GreyPicture {
    var pixels = [UInt8](repeating: 200, count: width * height)
    for (picture, left, top) in pictures {
      for y in 0..<picture.height {
        for x in 0..<picture.width { pixels[(top + y) * width + left + x] = picture.pixels[y * picture.width + x] }
      }
    }
    return GreyPicture(width: width, height: height, pixels: pixels)
  }

  private static func turned(_ picture: GreyPicture, _ degrees: Double) -> GreyPicture {
    let side = picture.width * 3 / 2
    var pixels = [UInt8](repeating: 255, count: side * side)
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    for y in 0..<side {
      for x in 0..<side {
        let (dx, dy) = (Double(x - side / 2), Double(y - side / 2))
        let column = Int((cosine * dx + sine * dy).rounded()) + picture.width / 2
        let row = Int((cosine * dy - sine * dx).rounded()) + picture.height / 2
        guard (0..<picture.width).contains(column), (0..<picture.height).contains(row) else { continue }
        pixels[y * side + x] = picture.pixels[row * picture.width + column]
      }
    }
    return GreyPicture(width: side, height: side, pixels: pixels)
  }

  /// Repeats the same numbers in every run.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
