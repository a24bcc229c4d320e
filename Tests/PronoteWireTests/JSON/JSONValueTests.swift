import PronoteWire
import Testing

@Suite struct `Writing JSON` {
  @Test func `keeps the order of members and the digits of numbers`() {
    let value: JSONValue = [
      "z": 1, "a": [.null, true, false, .integer(.min), .integer(.max)], "n": .number("15.50"), "e": [], "o": [:],
    ]
    #expect(
      value.text()
        == #"{"z":1,"a":[null,true,false,-9223372036854775808,9223372036854775807],"n":15.50,"e":[],"o":{}}"#
    )
  }

  @Test func `leaves absent members out`() {
    let value = JSONValue.object(present: ["a": nil, "b": .null, "c": 1])
    #expect(value.text() == #"{"b":null,"c":1}"#)
    #expect(value["a"] == nil)
    #expect(value["c"] == 1)
    #expect(value.adding("d", 2).text() == #"{"b":null,"c":1,"d":2}"#)
    #expect(value.adding("d", nil) == value)
    #expect(JSONValue.integer(1).adding("d", 2) == 1)
    #expect(JSONValue.integer(1)["c"] == nil)
  }

  @Test(arguments: [
    ("é", "é", #"\u00E9"#), ("€", "€", #"\u20AC"#), ("😀", "😀", #"\uD83D\uDE00"#),
    ("\u{10ffff}", "\u{10ffff}", #"\uDBFF\uDFFF"#), ("\u{7f}", "\u{7f}", "\u{7f}"), ("\"\\/", #"\"\\/"#, #"\"\\/"#),
    ("\n\r\t", #"\n\r\t"#, #"\n\r\t"#),
    ("\u{0}\u{8}\u{c}\u{1f}", #"\u0000\u0008\u000C\u001F"#, #"\u0000\u0008\u000C\u001F"#),
    ("e\u{301}", "e\u{301}", #"e\u0301"#), ("\u{2028}", "\u{2028}", #"\u2028"#),
  ])
  func `escapes what it has to`(text: String, plain: String, ascii: String) {
    #expect(JSONValue.string(text).text() == "\"\(plain)\"")
    #expect(JSONValue.string(text).text(asciiOnly: true) == "\"\(ascii)\"")
    let member: JSONValue = .object([.init(text, 1)])
    #expect(member.text(asciiOnly: true) == "{\"\(ascii)\":1}")
  }

  @Test func `indents for people`() {
    let value: JSONValue = ["a": [1, ["b": "c"]], "e": [], "o": [:]]
    #expect(
      value.text(pretty: true) == """
        {
          "a": [
            1,
            {
              "b": "c"
            }
          ],
          "e": [],
          "o": {}
        }
        """
    )
  }

  @Test func `is undone by reading`() throws {
    var random = SeededGenerator(42)
    for _ in 0..<2000 {
      let value = random.json(depth: 5)
      for pretty in [false, true] {
        let plain = value.bytes(pretty: pretty)
        let ascii = value.bytes(asciiOnly: true, pretty: pretty)
        #expect(try JSONDocument(plain).root.value == value)
        #expect(try JSONDocument(ascii).root.value == value)
        #expect(ascii.allSatisfy { $0 < 0x80 })
      }
    }
  }
}
