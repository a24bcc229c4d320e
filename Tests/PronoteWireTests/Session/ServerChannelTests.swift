import PronoteWire
import Testing

/// Session document 3 and 18.2: what the school's end takes, repeats and refuses.
@Suite struct `The server's channel` {
  private var channel = ServerChannel(
    profile: WireProfile.newest,
    session: 77,
    encrypts: false,
    compresses: false
  )

  private func order(_ number: Int) -> String {
    OrderNumber.encode(number, cipher: Vector.unseeded)
  }

  private func body(_ number: Int, function: String = "Page", part: String = #"{"data":{"a":1}}"#) -> [UInt8] {
    Array(#"{"session":77,"no":"\#(order(number))","id":"\#(function)","dataSec":\#(part)}"#.utf8)
  }

  @Test func `takes calls in their order, whatever the case of the digits`() throws {
    var channel = channel
    for number in [1, 3, 5] {
      let path = number == 3 ? order(number).uppercased() : order(number)
      let call = try channel.newCall(body: body(number), pathOrder: path)
      #expect(call.order == number)
      #expect(call.payload.integer("a") == 1)
      _ = try channel.seal(.init(payload: ["b": 2]), to: call, pathOrder: path)
    }
  }

  @Test func `gives a repeated call the stored answer`() throws {
    var channel = channel
    let call = try channel.newCall(body: body(1), pathOrder: order(1))
    let answer = try channel.seal(.init(payload: ["b": "é"]), to: call, pathOrder: order(1))
    for path in [order(1), order(1).uppercased(), order(1)] {
      let again = try channel.repeatedAnswer(body: body(1), pathOrder: path)
      #expect(again == answer)
    }
    let next = try channel.newCall(body: body(3), pathOrder: order(3))
    #expect(next.order == 3)
    // Until it is answered, the call before is still the last one.
    #expect(try channel.repeatedAnswer(body: body(1), pathOrder: order(1)) == answer)
  }

  @Test func `repeats an answer that was given under another key`() throws {
    var channel = channel
    let call = try channel.newCall(body: body(1), pathOrder: order(1))
    channel.timeline.adoptSeed(Vector.seed)
    let answer = try channel.seal(.init(payload: [:]), to: call, pathOrder: order(1))
    let again = try channel.repeatedAnswer(body: body(1), pathOrder: order(1))
    #expect(again == answer)
  }

  @Test func `remembers refusals like answers`() throws {
    var channel = channel
    let call = try channel.newCall(body: body(1), pathOrder: order(1))
    channel.remember([1, 2, 3], to: call, pathOrder: order(1))
    let again = try channel.repeatedAnswer(body: body(1), pathOrder: order(1))
    #expect(again == [1, 2, 3])
    _ = try channel.newCall(body: body(3), pathOrder: order(3))
  }

  @Test(arguments: [0, 2, 3, 5, -1, 999]) func `refuses any number but the next one`(number: Int) throws {
    let error = #expect(throws: WireError.self) { try channel.open(body: body(number), pathOrder: order(number)) }
    #expect(error?.code == .order)
  }

  @Test func `refuses a number from further back`() throws {
    var channel = channel
    for number in [1, 3] {
      let call = try channel.newCall(body: body(number), pathOrder: order(number))
      _ = try channel.seal(.init(payload: [:]), to: call, pathOrder: order(number))
    }
    let error = #expect(throws: WireError.self) { try channel.open(body: body(1), pathOrder: order(1)) }
    #expect(error?.code == .order)
  }

  @Test(arguments: ["", "1", "xyz", "00", "00112233445566778899aabbccddeeff", "fddc59f50d2ba56458ef426034d9c1ab"])
  func `refuses paths that do not decrypt`(path: String) {
    let error = #expect(throws: WireError.self) { try channel.open(body: body(1), pathOrder: path) }
    #expect(error?.code == .order)
  }

  @Test(arguments: [
    ("", WireError.Code.syntax), ("{", .syntax), ("<html>", .syntax), ("null", .order), ("[]", .order), ("{}", .order),
    (#"{"session":78,"no":"%","id":"Page","dataSec":{}}"#, .order),
    (#"{"session":77,"no":"00","id":"Page","dataSec":{}}"#, .order),
    (#"{"session":77,"id":"Page","dataSec":{}}"#, .order),
    (#"{"session":77,"no":"%","dataSec":{}}"#, .missing),
    (#"{"session":77,"no":"%","id":7,"dataSec":{}}"#, .missing),
    (#"{"session":77,"no":"%","id":"Page"}"#, .missing),
    (#"{"session":77,"no":"%","id":"Page","dataSec":[]}"#, .unexpected),
    (#"{"session":77,"no":"%","id":"Page","dataSec":"zz"}"#, .syntax),
  ])
  func `refuses bodies that are no calls`(body: String, code: WireError.Code) {
    let bytes = Array(body.replacing("%", with: order(1)).utf8)
    let error = #expect(throws: WireError.self) { try channel.open(body: bytes, pathOrder: order(1)) }
    #expect(error?.code == code)
  }

  @Test func `does not move on after a refusal`() throws {
    #expect(throws: WireError.self) { try channel.open(body: body(5), pathOrder: order(5)) }
    _ = try channel.newCall(body: body(1), pathOrder: order(1))
  }

  @Test func `uses the payload of its profile when a client sends both`() throws {
    let part = #"{"donnees":{"a":1},"data":{"a":2},"Signature":{"onglet":16,"membre":{"N":"46#m","G":4}}}"#
    let call = try channel.newCall(body: body(1, part: part), pathOrder: order(1))
    #expect(call.payload.integer("a") == 2)
    #expect(call.signature == WireSignature(onglet: 16, membre: WireElement(n: "46#m", g: 4)))
  }

  @Test func `never traps on a damaged body`() throws {
    var random = SeededGenerator(9)
    let alphabet = Array(#"{}[]",:0123456789abcdefinosS\u "#.utf8) + [0xc3, 0xff, 0]
    var taken = 0
    for _ in 0..<3000 {
      let damaged = random.mutate(body(1), alphabet: alphabet)
      do throws(WireError) {
        if case .call(let call) = try channel.open(body: damaged, pathOrder: order(1)) {
          taken += 1
          _ = call.payload.value
        }
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
    #expect(taken < 3000)
  }
}
