import QRCode
import Testing

@Suite struct `A damaged file` {
  @Test(arguments: [
    "short-mirrored.png", "pairing-interlaced.png", "pairing-palette.png", "pairing-grey-and-alpha.png",
  ])
  func `never crashes the reader of PNG`(name: String) throws {
    try damage(name, times: 120, seed: 11) { bytes, generator in
      if Bool.random(using: &generator) { PNGChunks.mend(&bytes) }
    }
  }

  @Test(arguments: ["short-faint-dark.jpg", "pairing-progressive.jpg", "pairing-cmyk.jpg", "pairing-exif-rotation.jpg"])
  func `never crashes the reader of JPEG`(name: String) throws {
    try damage(name, times: 120, seed: 12) { _, _ in }
  }

  private func damage(
    _ name: String,
    times: Int,
    seed: UInt64,
    mend: (inout [UInt8], inout Seeded) -> Void
  ) throws {
    let intact = try CodePictures.bytes(name)
    var generator = Seeded(state: seed)
    for round in 0..<times {
      var bytes = intact
      for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes, &generator) }
      mend(&bytes, &generator)
      do {
        // The decoder of codes sees few of them: it is slow, and has its own tests.
        if round % 12 == 0 {
          #expect(try !QRCodeReader.texts(inImage: bytes).isEmpty)
        } else {
          let picture = try PictureFile.decode(bytes, maximumPixels: 1_000_000)
          #expect(picture.pixels.count == picture.width * picture.height)
        }
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }

  /// Most damage is in the first bytes, where the headers are.
  private func mutate(_ bytes: inout [UInt8], _ generator: inout Seeded) {
    guard bytes.count > 20 else { return }
    let end = Bool.random(using: &generator) ? min(bytes.count, 600) : bytes.count
    let place = Int.random(in: 0..<end, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(place...)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
    case 3: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
    case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    default: bytes[place] = .random(in: .min ... .max, using: &generator)
    }
  }
}
