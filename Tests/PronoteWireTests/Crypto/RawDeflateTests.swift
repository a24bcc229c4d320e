import PronoteWire
import Testing

/// RFC 1951 streams and the limits put on them.
@Suite struct `Raw deflate` {
  @Test(arguments: [0, 1, 100, 40_000, 300_000])
  func `gives back what it took`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let packed = try RawDeflate.compress(bytes)
    #expect(try RawDeflate.decompress(packed, limit: count) == bytes)
  }

  @Test func `packs noise too`() throws {
    var random = SeededGenerator(7)
    let bytes = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(try RawDeflate.decompress(RawDeflate.compress(bytes), limit: 1 << 20) == bytes)
  }

  @Test func `reads all three kinds of blocks`() throws {
    let stored = try #require(Hex.decode("010300fcff616263"))
    #expect(try RawDeflate.decompress(stored, limit: 10) == Array("abc".utf8))
    let fixed = try #require(Hex.decode("4b4c4a0600"))
    #expect(try RawDeflate.decompress(fixed, limit: 10) == Array("abc".utf8))
    var random = SeededGenerator(3)
    let skewed = (0..<4000).map { _ in
      min(UInt8.random(in: 0...40, using: &random), UInt8.random(in: 0...40, using: &random))
    }
    let dynamic = try RawDeflate.compress(skewed)
    #expect(dynamic[0] & 6 == 4)
    #expect(try RawDeflate.decompress(dynamic, limit: 4000) == skewed)
  }

  @Test func `stops a bomb while it is going off`() throws {
    let bomb = try RawDeflate.compress([UInt8](repeating: 0, count: 1 << 20))
    #expect(bomb.count < 2000)
    for limit in [0, 1, 1 << 19, 1 << 20 - 1] {
      let error = #expect(throws: WireError.self) { try RawDeflate.decompress(bomb, limit: limit) }
      #expect(error?.code == .tooLarge)
    }
    #expect(try RawDeflate.decompress(bomb, limit: 1 << 20).count == 1 << 20)
    #expect(try RawDeflate.decompress(bomb, limit: .max).count == 1 << 20)
  }

  @Test func `refuses a stream that ends too early`() throws {
    let packed = try RawDeflate.compress(Array("a stream that ends too early".utf8))
    for count in 0..<packed.count {
      let error = #expect(throws: WireError.self) {
        try RawDeflate.decompress(Array(packed.prefix(count)), limit: 1000)
      }
      #expect(error?.code == .compression)
    }
  }

  @Test func `refuses bytes after the end`() throws {
    let packed = try RawDeflate.compress([1, 2, 3])
    let error = #expect(throws: WireError.self) { try RawDeflate.decompress(packed + [0, 0], limit: 10) }
    #expect(error?.code == .compression)
    #expect(error?.message.hasPrefix("2 bytes") == true)
  }

  @Test(arguments: [1, 7, 4096]) func `takes a stream in pieces`(size: Int) throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let packed = try RawDeflate.compress(bytes)
    var inflater = try RawDeflate.Inflater(limit: bytes.count)
    var output: [UInt8] = []
    for start in stride(from: 0, to: packed.count, by: size) {
      #expect(try inflater.push(Array(packed[start..<min(start + size, packed.count)]), into: &output) == 0)
    }
    let isFinished = inflater.isFinished
    #expect(isFinished)
    #expect(output == bytes)
    #expect(try inflater.push([9, 9], into: &output) == 2)
    #expect(output == bytes)
  }

  @Test func `counts the limit over all pieces`() throws {
    let packed = try RawDeflate.compress([UInt8](repeating: 5, count: 1000))
    var inflater = try RawDeflate.Inflater(limit: 999)
    var output: [UInt8] = []
    var failure: WireError?
    for byte in packed where failure == nil {
      do throws(WireError) {
        _ = try inflater.push([byte], into: &output)
      } catch {
        failure = error
      }
    }
    #expect(failure?.code == .tooLarge)
    #expect(output.count < 1000)
  }

  @Test func `answers noise with an error or with bytes`() throws {
    var random = SeededGenerator(11)
    var failures = 0
    for _ in 0..<5000 {
      let noise = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      do throws(WireError) {
        #expect(try RawDeflate.decompress(noise, limit: 4096).count <= 4096)
      } catch {
        failures += 1
        #expect(error.code == .compression || error.code == .tooLarge)
      }
    }
    #expect(failures > 4000)
  }
}
