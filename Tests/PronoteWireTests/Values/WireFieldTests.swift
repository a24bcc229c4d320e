import Foundation
import PronoteWire
import SchoolModel
import Testing

/// Session document 6.1, functions document 1.3, 1.4 and 27: one path for typed and bare fields.
@Suite struct `A field of an answer` {
  @Test(arguments: [
    (#"{"_T":23,"V":"x"}"#, #""x""#), (#"{"V":"x","_T":23}"#, #""x""#),
    (#"{"_T":24,"V":{"N":"1","L":"m"}}"#, #"{"N":"1","L":"m"}"#),
    (#"{"_T":99,"V":[1]}"#, "[1]"), (#"{"_T":24,"V":{"_T":23,"V":"x"}}"#, #""x""#), (#""x""#, #""x""#),
    (#"{"_T":23,"V":"x","A":1}"#, #"{"_T":23,"V":"x","A":1}"#), (#"{"_T":23}"#, #"{"_T":23}"#),
    (#"{"V":"x"}"#, #"{"V":"x"}"#),
    (#"{"_T":23,"W":"x"}"#, #"{"_T":23,"W":"x"}"#), ("{}", "{}"), (#"{"_T":10,"V":null}"#, "null"),
    (#"{"_T":1,"_T":2}"#, #"{"_T":1,"_T":2}"#),
  ])
  func `is unwrapped when it is an envelope with exactly two members`(text: String, content: String) throws {
    #expect(try JSONView(text: text).unwrapped.value == JSONView(text: content).value)
  }

  @Test func `is absent when it is null`() throws {
    let view = try JSONView(text: #"{"a":null,"b":{"_T":3,"V":null},"c":false}"#)
    #expect(view.field("a") == nil && view.field("b") == nil && view.field("d") == nil)
    #expect(view.field("c")?.bool == false)
    let error = #expect(throws: WireError.self) { try view.required("a") }
    #expect(error?.code == .missing)
    #expect(error?.location == "a")
  }

  @Test func `is read as text`() throws {
    let view = try JSONView(text: #"{"s":" x ","n":12.50,"e":"","b":"  ","t":true,"w":{"_T":3,"V":"é"}}"#)
    #expect(view.text("s") == " x " && view.label("s") == "x")
    #expect(view.text("n") == "12.50" && view.label("n") == "12.50")
    #expect(view.text("e") == "" && view.label("e") == nil && view.label("b") == nil)
    #expect(view.text("t") == nil && view.text("x") == nil && view.text("w") == "é")
    #expect(try view.requiredText("e") == "")
    #expect(#expect(throws: WireError.self) { try view.requiredText("t") }?.code == .unexpected)
    #expect(#expect(throws: WireError.self) { try view.requiredText("x") }?.code == .missing)
  }

  @Test(
    arguments: [
      (#""47#aZ""#, "47#aZ"), (#""0""#, nil), ("0", nil), (#""""#, nil), ("null", nil), ("-1001", "-1001"),
      ("12", "12"),
      (#""12""#, "12"), (#"{"_T":3,"V":"x#1"}"#, "x#1"), ("{}", nil),
    ] as [(String, String?)]
  )
  func `is read as an id`(text: String, id: String?) throws {
    #expect(try JSONView(text: #"{"N":\#(text)}"#).id("N") == id)
  }

  @Test(
    arguments: [
      ("12", 12), (#""12""#, 12), (#"" -3 ""#, -3), (#"{"_T":20,"V":5}"#, 5), (#""x""#, nil), ("1.5", nil),
      ("true", nil),
      ("[]", nil), (#""""#, nil), ("99999999999999999999", nil),
    ] as [(String, Int?)]
  )
  func `is read as a whole number`(text: String, number: Int?) throws {
    let view = try JSONView(text: #"{"G":\#(text)}"#)
    #expect(view.integer("G") == number)
    #expect((try? view.requiredInteger("G")) == number)
  }

  @Test(arguments: [
    ("true", true), ("false", false), ("1", true), ("0", false), (#""eleve""#, true), (#""""#, false), (#""0""#, false),
    (#""false""#, false), (#""False""#, false), (#""true""#, true), ("{}", true), (#"{"N":"1"}"#, true), ("[]", true),
    (#"{"_T":2,"V":"1"}"#, true), (#"{"_T":2,"V":false}"#, false),
  ])
  func `is read as a flag`(text: String, flag: Bool) throws {
    let view = try JSONView(text: #"{"f":\#(text)}"#)
    #expect(view.flag("f") == flag)
    #expect(view.flag("f", default: !flag) == flag)
  }

  @Test func `is the default of a flag when absent`() throws {
    let view = try JSONView(text: #"{"n":null}"#)
    #expect(!view.flag("n") && view.flag("n", default: true) && view.flag("x", default: true))
  }

  @Test func `is read as a list, bare or not`() throws {
    let view = try JSONView(
      text: #"{"a":[{"N":"1"},{"_T":24,"V":{"N":0,"L":"x","G":"3"}}],"b":{"_T":24,"V":[{}]},"c":5}"#
    )
    #expect(view.elements("a") == [WireElement(n: "1"), WireElement(l: "x", g: 3)])
    #expect(view.elements("b") == [WireElement()])
    #expect(view.list("c").isEmpty && view.list("x").isEmpty)
    #expect(view.element("a") == nil && view.element("x") == nil)
  }

  @Test func `is read as a date`() throws {
    let view = try JSONView(text: #"{"d":{"_T":7,"V":"16/09/2024 08:30:00"},"b":"16/09/2024","e":"","x":"soon","n":5}"#)
    #expect(try view.date("d")?.description == "2024-09-16 08:30")
    #expect(try view.date("b")?.date == LocalDate("2024-09-16"))
    #expect(try view.date("e") == nil)
    #expect(try view.date("missing") == nil)
    #expect(#expect(throws: WireError.self) { try view.date("x") }?.code == .unexpected)
    #expect(#expect(throws: WireError.self) { try view.date("n") }?.code == .unexpected)
    #expect(#expect(throws: WireError.self) { try view.requiredDate("missing") }?.code == .missing)
  }

  @Test func `is read as a mark, a decimal or a set`() throws {
    let view = try JSONView(
      text:
        #"{"m":{"_T":10,"V":"15,50"},"b":15.5,"t":{"_T":10,"V":8},"c":"0,5","s":{"_T":26,"V":"[1..3]"},"a":[3,"x",4]}"#
    )
    let half = try #require(Decimal(string: "15.5"))
    #expect(view.mark("m") == .number(half))
    #expect(view.mark("b") == .number(half))
    #expect(view.mark("t") == .number(8))
    #expect(view.mark("x") == nil)
    #expect(view.decimal("c") == Decimal(string: "0.5"))
    #expect(view.numbers("s") == [1, 2, 3])
    #expect(view.numbers("a") == [3, 4])
    #expect(view.numbers("c") == nil && view.numbers("x") == nil)
  }

  @Test func `of a list that cannot be read becomes a diagnostic`() throws {
    let view = try JSONView(text: #"{"l":{"_T":24,"V":[{"G":1},{"G":"x"},{},{"G":4}]}}"#)
    var diagnostics: [Diagnostic] = []
    let numbers = view.lossyList("l", &diagnostics) { item throws(WireError) in try item.requiredInteger("G") }
    #expect(numbers == [1, 4])
    #expect(diagnostics.map(\.location) == ["l[1].G", "l[2].G"])
  }

  @Test func `is written as a typed value`() throws {
    let day = try #require(LocalDate("2024-09-05"))
    #expect(JSONValue.wireDate(day).text() == #"{"_T":7,"V":"05/09/2024"}"#)
    #expect(JSONValue.wireMark(.annotation(8, extra: "20")).text() == #"{"_T":10,"V":"|8|20"}"#)
    #expect(JSONValue.wireSet([3, 1, 2]).text() == #"{"_T":26,"V":"[1..3]"}"#)
    #expect(JSONValue.wireSet([5], type: WireType.domain).text() == #"{"_T":8,"V":"[5]"}"#)
    #expect(JSONValue.elements([["L": "x"]]).text() == #"{"_T":24,"V":[{"L":"x"}]}"#)
  }
}
