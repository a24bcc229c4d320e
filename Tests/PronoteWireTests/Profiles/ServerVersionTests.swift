import PronoteWire
import Testing

@Suite struct `A server's version` {
  @Test(arguments: [
    ("2024.3.9", "2024.3.10"), ("2024.3.9", "2024.10.0"), ("2023.9.9", "2024"), ("2026.2.5", "2026.2.5.7"), ("9", "10"),
  ])
  func `is compared number by number`(lower: String, higher: String) throws {
    let lower = try #require(ServerVersion(lower))
    let higher = try #require(ServerVersion(higher))
    #expect(lower < higher)
    #expect(!(higher < lower))
    #expect(lower != higher)
  }

  @Test func `is the same with zeros at its end`() throws {
    let short = try #require(ServerVersion("2023"))
    let long = ServerVersion([2023, 0, 0])
    #expect(short == long)
    #expect(short.hashValue == long.hashValue)
    #expect(Set([short, long]).count == 1)
  }

  @Test(arguments: ["2026.2.5", "2020.0.2.5", "7"]) func `reads and writes dotted numbers`(text: String) {
    #expect(ServerVersion(text)?.description == text)
  }

  @Test(arguments: [
    "", ".", "2024.", ".3", "2024..3", "a", "2024.x", "2024.-1", "1.2.3.4.5.6.7", "99999999999999999999",
  ])
  func `is nothing else`(text: String) {
    #expect(ServerVersion(text) == nil)
  }
}
