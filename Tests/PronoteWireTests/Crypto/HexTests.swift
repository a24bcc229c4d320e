import PronoteWire
import Testing

@Suite struct `Hexadecimal text` {
  @Test func `reads both cases`() {
    #expect(Hex.decode("00ffA5aB") == [0, 255, 165, 171])
    #expect(Hex.decode(Array("00ffA5aB".utf8)) == [0, 255, 165, 171])
    #expect(Hex.decode("") == [])
  }

  @Test func `is written in lower case, or upper case on demand`() {
    #expect(Hex.encode([0, 255, 165] as [UInt8]) == "00ffa5")
    #expect(Hex.encode([0, 255, 165] as [UInt8], uppercase: true) == "00FFA5")
    #expect(Hex.encode([] as [UInt8]) == "")
  }

  @Test func `round-trips every byte`() {
    let bytes = [UInt8](0...255)
    #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    #expect(Hex.decode(Hex.encode(bytes, uppercase: true)) == bytes)
  }

  @Test func `holds digits and nothing else`() {
    let digits = Set("0123456789abcdefABCDEF".utf8)
    for byte in UInt8.min...UInt8.max {
      #expect((Hex.decode([byte, 0x30]) != nil) == digits.contains(byte))
      #expect((Hex.decode([0x30, byte]) != nil) == digits.contains(byte))
    }
  }

  @Test(arguments: ["0", "000", "0g", " 00", "0x00", "é", "00\n"]) func `is refused otherwise`(text: String) {
    #expect(Hex.decode(text) == nil)
  }
}
