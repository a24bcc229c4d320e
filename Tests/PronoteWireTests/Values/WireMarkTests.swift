import Foundation
import PronoteWire
import Testing

/// Functions document 1.7 and 1.12.
@Suite struct `Marks on the wire` {
  @Test(arguments: [
    ("15,50", "15.5"), ("8", "8"), ("0,00", "0"), ("0,05", "0.05"), ("15.5", "15.5"), ("-2,5", "-2.5"), ("+3", "3"),
    ("-0,00", "0"), ("19,75", "19.75"), ("100", "100"), (",5", "0.5"), ("5,", "5"), ("1 234,50", "1234.5"),
    ("1\u{a0}234,50", "1234.5"), ("1\u{202f}234,50", "1234.5"), (" 12,5 ", "12.5"), ("0,1", "0.1"),
    ("12,3456", "12.3456"),
    ("123456789012345678", "123456789012345678"), ("0,12345678901234567", "0.12345678901234567"),
    ("-999999999999999,999", "-999999999999999.999"), ("000", "0"), ("010,0", "10"),
  ])
  func `are exact decimals`(text: String, digits: String) throws {
    let value = try #require(WireMark.decimal(text))
    #expect("\(value)" == digits)
    #expect(value == Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")))
    #expect(WireMark(text) == .number(value))
  }

  @Test(arguments: [
    ("", WireMark.empty), ("  ", .empty), ("|1", .annotation(1, extra: nil)), ("|6", .annotation(6, extra: nil)),
    ("|8|20", .annotation(8, extra: "20")), ("|8|", .annotation(8, extra: "")), ("|-1", .annotation(-1, extra: nil)),
    ("|99|a|b", .annotation(99, extra: "a|b")), ("|", .unknown("|")), ("|x", .unknown("|x")), ("||1", .unknown("||1")),
  ])
  func `may be annotations or nothing`(text: String, mark: WireMark) {
    #expect(WireMark(text) == mark)
    #expect(WireMark(mark.text) == mark)
  }

  @Test(arguments: [
    ("Abs", 1), ("absent", 1), ("ABS.", 1), ("Disp", 2), ("Dsp", 2), ("Dispensé", 2), ("N.Not", 3), ("Ne", 3),
    ("Inap", 4),
    ("N.Rdu", 5), ("n. rdu", 5), ("Nr", 5), ("Abs*", 6), ("N.Rdu*", 7), ("Fél", 8), (" fel. ", 8),
  ])
  func `may be printed words`(text: String, code: Int) {
    #expect(WireMark(text) == .annotation(code, extra: nil))
  }

  @Test(arguments: [
    "A+", "1,2,3", "1.2,3", "12/20", "--1", "1-", "é", "1e5", "NaN", "1234567890123456789", ".", ",", "-", "١٢",
    "15,50 €",
    "0x10", "|", "Cours",
  ])
  func `keep what is none of these`(text: String) {
    #expect(WireMark(text) == .unknown(text))
    #expect(WireMark(text).text == text)
    #expect(WireMark.decimal(text) == nil)
  }

  @Test(arguments: [
    ("15.5", "15,50"), ("15", "15"), ("15.05", "15,05"), ("0.05", "0,05"), ("12.345", "12,345"), ("-2.5", "-2,50"),
    ("0", "0"),
  ])
  func `are written with a comma and two decimals`(digits: String, text: String) throws {
    let value = try #require(Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")))
    #expect(WireMark.number(value).text == text)
    #expect(WireMark(text) == .number(value))
  }

  @Test func `come back as they were written`() {
    var random = SeededGenerator(10)
    for _ in 0..<3000 {
      let value = Decimal(Int.random(in: -200_000...200_000, using: &random)) / 10_000
      #expect(WireMark(WireMark.number(value).text) == .number(value))
      let text = random.mutate(Array("|15,50".utf8), alphabet: Array("0123456789|,.-+ Aé".utf8))
      let mark = WireMark(String(decoding: text, as: UTF8.self))
      #expect(WireMark(mark.text) == mark)
    }
  }
}
