import SchoolModel
import Testing

@Suite struct `Stable identifiers` {
  @Test func `are FNV-1a of the parts`() {
    // FNV-1a 64 of nothing is the offset basis; of "a" and the separator 0x1f, two steps from it.
    #expect(StableID().text == "cbf29ce484222325")
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in Array("a".utf8) + [0x1f] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    #expect(StableID("a").text == "0" + String(hash, radix: 16))
  }

  @Test func `keep parts apart`() {
    let ids = [
      StableID("ab", "c"), StableID("a", "bc"), StableID("abc"), StableID("a", "b", "c"), StableID("ab", "c", ""),
    ]
    #expect(Set(ids).count == ids.count)
    #expect(StableID("ab", "c") == StableID("ab", "c"))
  }

  @Test func `always have sixteen digits`() {
    let ids = (0..<5000).map { StableID("lesson", String($0)).text }
    #expect(ids.allSatisfy { $0.utf8.count == 16 && $0 == $0.lowercased() })
    #expect(ids.contains { $0.hasPrefix("0") })
    #expect(Set(ids).count == 5000)
  }

  @Test func `number what comes twice in a list`() {
    var ids = StableIDs()
    let maths = StableID("2026-11-21", "Maths")
    let french = StableID("2026-11-21", "Français")
    let given = [maths, french, maths, maths, french].map { ids.next($0) }
    #expect(given == [maths.text, french.text, maths.text + "-2", maths.text + "-3", french.text + "-2"])
    var other = StableIDs()
    #expect(other.next(maths) == maths.text)
  }
}
