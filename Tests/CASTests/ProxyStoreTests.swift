import CAS
import Foundation
import Synchronization
import Testing

@Suite struct `Proxy-granting tickets` {
  @Test func `are delivered to the callback`() throws {
    #expect(ProxyCallback.read(query: "") == .probe)
    #expect(ProxyCallback.read(query: "utm=x") == .probe)
    #expect(
      ProxyCallback.read(query: "pgtIou=PGTIOU-1-a.b_c&pgtId=PGT-2")
        == .delivery(iou: "PGTIOU-1-a.b_c", ticket: try ProxyGrantingTicket("PGT-2"))
    )
  }

  @Test func `wait for one reader, the first writer wins, and they grow old`() async throws {
    let times = Clock()
    let store = InMemoryProxyGrantingTicketStore(now: { times.now })
    let (one, two) = (try ProxyGrantingTicket("PGT-1"), try ProxyGrantingTicket("PGT-2"))
    await store.keep(one, for: "PGTIOU-1", until: Date(timeIntervalSince1970: 60))
    await store.keep(two, for: "PGTIOU-1", until: Date(timeIntervalSince1970: 60))
    #expect(await store.take("PGTIOU-1") == one)
    #expect(await store.take("PGTIOU-1") == nil)
    await store.keep(one, for: "PGTIOU-1", until: Date(timeIntervalSince1970: 60))
    times.set(61)
    #expect(await store.take("PGTIOU-1") == nil)
    for number in 0..<(InMemoryProxyGrantingTicketStore.capacity + 10) {
      await store.keep(one, for: "PGTIOU-\(number)", until: Date(timeIntervalSince1970: 100))
    }
    #expect(await store.take("PGTIOU-\(InMemoryProxyGrantingTicketStore.capacity + 5)") == nil, "no more than it bears")
    times.set(101)
    await store.keep(two, for: "PGTIOU-x", until: Date(timeIntervalSince1970: 200))
    #expect(await store.take("PGTIOU-x") == two, "what is too old makes room")
  }

  private final class Clock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 0))
    var now: Date { time.withLock { $0 } }
    func set(_ seconds: Double) { time.withLock { $0 = Date(timeIntervalSince1970: seconds) } }
  }
}
