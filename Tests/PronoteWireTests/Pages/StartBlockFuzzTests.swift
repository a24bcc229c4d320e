import PronoteWire
import Testing

@Suite struct `A damaged start block` {
  private static let page = Array(
    #"<body id="id_body" onload="try { Start ({h:'4571826',a:3,"d":true,x:{y:[1,'z']},e:&#39;q&#39;}) } catch (e) {}">"#
      .utf8
  )

  @Test func `is a block, an error or none`() {
    let alphabet = Array("Start ({h:'1',a:3})\"\\&#39;;{}[]<>= \n".utf8) + [0xc3, 0xff, 0]
    var random = SeededGenerator(24)
    var outcomes = (blocks: 0, errors: 0, none: 0)
    for _ in 0..<20_000 {
      var text = Self.page
      for _ in 0..<Int.random(in: 1...3, using: &random) { text = random.mutate(text, alphabet: alphabet) }
      do throws(WireError) {
        if let block = try StartBlock.find(in: String(decoding: text, as: UTF8.self)) {
          outcomes.blocks += 1
          #expect(block.session >= 0)
        } else {
          outcomes.none += 1
        }
      } catch {
        outcomes.errors += 1
      }
    }
    #expect(outcomes.blocks > 1000)
    #expect(outcomes.errors > 100)
    #expect(outcomes.none > 100)
  }

  @Test func `cut anywhere is an error or none`() throws {
    for count in 0..<(Self.page.count - 30) {
      let text = String(decoding: Self.page.prefix(count), as: UTF8.self)
      #expect((try? StartBlock.find(in: text)) == nil)
    }
  }

  @Test(
    arguments: ["Start({h:", "Start({h:'", "Start({a:[", "Start(", "&#39;Start({x:&quot;"]
  )
  func `repeated without end takes no time`(piece: String) {
    let page = String(repeating: piece, count: 4000)
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? StartBlock.find(in: page) }
    #expect(time < .seconds(5))
  }
}
