import Foundation
import QRCode
import Testing

/// Pictures whose codes another encoder made.
@Suite struct `A picture of a code` {
  @Test(arguments: CodePictures.names) func `gives its texts or the reason why not`(name: String) throws {
    let expected = try CodePictures.texts(in: name)
    let failure = CodePictures.failure(of: name)
    #expect(expected.isEmpty == (failure != nil), "the name says neither texts nor a reason")
    do {
      let texts = try QRCodeReader.texts(inImage: CodePictures.bytes(name))
      #expect(Set(texts) == expected)
      #expect(texts.count == expected.count)
    } catch let error as QRCodeError {
      #expect(error.code == failure)
      #expect(!error.message.isEmpty)
    }
  }

  @Test func `exists in every kind`() {
    #expect(CodePictures.names.count == 67)
  }

  @Test func `is read from a file`() throws {
    let name = "short-photo.jpg"
    #expect(try Set(QRCodeReader.texts(inFile: CodePictures.path(name))) == CodePictures.texts(in: name))
    #expect(throws: QRCodeError.self) { try QRCodeReader.texts(inFile: "/nowhere/at/all.png") }
    #expect(throws: QRCodeError.self) { try QRCodeReader.texts(inFile: "/") }
  }

  @Test func `is refused when it is too long`() {
    let bytes = [UInt8](repeating: 0xFF, count: QRCodeReader.maximumBytes + 1)
    #expect { try QRCodeReader.texts(inImage: bytes) } throws: { ($0 as? QRCodeError)?.code == .tooLarge }
  }

  @Test(arguments: [(1, 1), (1, 500), (500, 1), (2, 2), (39, 3000), (3000, 39), (7, 41), (130, 130)])
  func `may have any shape`(width: Int, height: Int) {
    var generator = Seeded(state: 3)
    for contrast in [0...0, 0...255, 120...130] as [ClosedRange<UInt8>] {
      let pixels = (0..<(width * height)).map { _ in UInt8.random(in: contrast, using: &generator) }
      let picture = GreyPicture(width: width, height: height, pixels: pixels)
      #expect { try QRCodeReader.texts(in: picture) } throws: { ($0 as? QRCodeError)?.code == .noCode }
    }
  }

  /// zxing tries every three of them: without our limit it is busy for minutes.
  @Test(.timeLimit(.minutes(1))) func `cannot keep the decoder busy with corners`() throws {
    let corner = try QRCode(text: "x").picture(scale: 1, border: 1)
    let side = 9 * 60
    var pixels = [UInt8](repeating: 255, count: side * side)
    for y in 0..<side {
      for x in 0..<side { pixels[y * side + x] = corner.pixels[(y % 9) * corner.width + x % 9] }
    }
    let picture = GreyPicture(width: side, height: side, pixels: pixels)
    #expect { try QRCodeReader.texts(in: picture) } throws: { ($0 as? QRCodeError)?.code == .noCode }
  }
}
