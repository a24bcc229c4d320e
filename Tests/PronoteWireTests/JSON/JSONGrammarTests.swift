import Foundation
import PronoteWire
import Testing

/// RFC 8259: what is no JSON.
@Suite struct `A text that is not JSON` {
  @Test(arguments: [
    "", " ", "{", "[", "[1,]", #"{"a":1,}"#, "[01]", "-01", #""\x""#, "\"a\nb\"", "\"a\u{1f}b\"", "nul", "nulll",
    "[1] 2", "-", "1.", "1e", "1e+", ".5", "+1", #"{"a" 1}"#, "{1:2}", "[1 2]", #""\u12g4""#, #""\u12""#, #""\"#,
    "tru", "\"abc", "]", "}", "[}", "{]", #"{"a":}"#, #"{"a"}"#, "{,}", "[,]", "NaN", "Infinity", "'a'", "/* */1",
    "\u{feff}1", "1\u{0}", "\u{a0}1", "0x10", "--1", "1..2", "1e5.5", "True", "[1]]", "{}{}", #"{"a":1 "b":2}"#,
  ])
  func `is refused`(text: String) {
    #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
  }

  @Test(
    arguments: [[0x22, 0xff, 0x22], [0x22, 0xc3, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0xc0, 0x80]] as [[UInt8]]
  )
  func `may be no UTF-8 either`(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(bytes) }
    #expect(error?.message == "not UTF-8")
  }

  @Test func `may be nested too deeply`() {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let text = String(repeating: open, count: 129) + "1" + String(repeating: close, count: 129)
      let error = #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
      #expect(error?.message == "nested too deeply")
    }
    #expect(throws: JSONError.self) { try JSONDocument([UInt8](repeating: 0x5b, count: 5_000_000)) }
  }

  @Test func `tells the place and never the text`() {
    let error = #expect(throws: JSONError.self) { try JSONDocument(Array(#"{"secret":"pass" x}"#.utf8)) }
    #expect(error?.offset == 17)
    #expect(error?.description.contains("pass") == false)
  }

  @Test func `is what Foundation takes for one, too`() {
    let base = Array(
      #"{"nom":"Page","V":[{"_T":24,"V":[{"L":"A\u00e9 \"b\"","N":"1#x","G":-12.5e3,"t":true,"n":null}]},[],{}]}"#.utf8
    )
    let alphabet = Array("{}[]\",:0123456789eE+-.tfn\\u ".utf8) + [0xc3, 0xff, 1]
    var random = SeededGenerator(2026)
    var accepted = 0
    var differing: [String] = []
    for _ in 0..<20_000 {
      let text = random.mutate(base, alphabet: alphabet)
      let mine = try? JSONDocument(text).root.value
      accepted += mine == nil ? 0 : 1
      let theirs = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
      guard (mine == nil) != (theirs == nil) else { continue }
      // Foundation lets trailing commas by, and refuses lone surrogates.
      let compact = String(decoding: text, as: UTF8.self).filter { $0 != " " }
      let isKnown =
        mine == nil ? compact.contains(",]") || compact.contains(",}") : compact.lowercased().contains(#"\ud"#)
      if !isKnown { differing.append(compact) }
    }
    #expect(differing == [])
    #expect(accepted > 1000)
  }
}
