import PronoteWire
import Testing

/// RFC 8259: what a text holds.
@Suite struct `Reading JSON` {
  @Test func `gives every kind of value`() throws {
    let view = try JSONView(
      text: #" {"a":[1,-2,3.5e2,true,false,null,"x","é"],"b":{"_T":24,"V":[{"L":"m"}]},"e":[],"o":{}} "#
    )
    let array = try #require(view["a"])
    #expect(array.isArray && array.count == 8)
    #expect(array.elements.map(\.int) == [1, -2, nil, nil, nil, nil, nil, nil])
    #expect(array.elements.map(\.numberText) == ["1", "-2", "3.5e2", nil, nil, nil, nil, nil])
    #expect(array.elements.map(\.bool) == [nil, nil, nil, true, false, nil, nil, nil])
    #expect(array.elements.map(\.string) == [nil, nil, nil, nil, nil, nil, "x", "é"])
    #expect(array.elements.map(\.isNull) == [false, false, false, false, false, true, false, false])
    #expect(view["b"]?["V"]?.elements.first?["L"]?.string == "m")
    #expect(view["e"]?.isArray == true && view["e"]?.count == 0)
    #expect(view["o"]?.isObject == true && view["o"]?.count == 0)
    #expect(view["nope"] == nil)
    #expect(view.isObject && view.count == 4)
    #expect(view.members.map(\.name) == ["a", "b", "e", "o"])
    #expect(view.member("b")?.isObject == true)
    #expect(view.member("nope") == nil)
    #expect(array.members.isEmpty && array["a"] == nil && view.elements.isEmpty)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"), (#""\u00e9\u00C9""#, "éÉ"),
    (#""\u0000""#, "\u{0}"), (#""\ud83d\ude00""#, "😀"), (#""\uDBFF\uDFFF""#, "\u{10ffff}"), ("\"é😀\"", "é😀"),
    ("\"\u{7f}\u{2028}\"", "\u{7f}\u{2028}"),
  ])
  func `undoes escapes`(text: String, value: String) throws {
    #expect(try JSONView(text: text).string?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
  }

  @Test(arguments: [
    (#""\ud800""#, "\u{fffd}"), (#""\udc00x""#, "\u{fffd}x"), (#""\ud83dA""#, "\u{fffd}A"),
    (#""\ud83d\n""#, "\u{fffd}\n"), (#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"), (#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
    (#""\ud83d\u0041""#, "\u{fffd}A"),
  ])
  func `reads a lone surrogate as the replacement character`(text: String, value: String) throws {
    #expect(try JSONView(text: text).string == value)
  }

  @Test func `finds names that were escaped`() throws {
    let view = try JSONView(text: #"{"k\u0065y":7,"\u00e9":8}"#)
    #expect(view["key"]?.int == 7)
    #expect(view["é"]?.int == 8)
    #expect(view.member("é")?.int == 8)
  }

  @Test func `takes the first of two equal names`() throws {
    #expect(try JSONView(text: #"{"a":1,"a":2}"#)["a"]?.int == 1)
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("-1", -1), ("999999999999999999", 999_999_999_999_999_999),
      ("-999999999999999999", -999_999_999_999_999_999), ("1234567890123456789", nil), ("12345678901234567890", nil),
      ("1.0", nil), ("1e2", nil), ("-0.5", nil),
    ] as [(String, Int?)]
  )
  func `keeps the digits of numbers`(text: String, value: Int?) throws {
    let view = try JSONView(text: text)
    #expect(view.numberText == text)
    #expect(view.int == value)
    #expect(view.value == .number(text))
  }

  @Test func `reads far more than it first made room for`() throws {
    let text = "[" + String(repeating: #"{"a":[]},"#, count: 50_000) + "1]"
    let view = try JSONView(text: text)
    #expect(view.count == 50_001)
    #expect(view.elements.last?.int == 1)
  }

  @Test(arguments: [1, 2, 127, 128]) func `follows nesting up to its limit`(depth: Int) throws {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try JSONView(text: text).isArray)
  }
}
