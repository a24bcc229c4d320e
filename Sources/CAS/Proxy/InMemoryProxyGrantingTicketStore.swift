public import Foundation

/// Proxy-granting tickets in the memory of one process.
public actor InMemoryProxyGrantingTicketStore: ProxyGrantingTicketStore {
  private struct Entry {
    var ticket: ProxyGrantingTicket
    var end: Date
  }

  /// The most tickets that wait at a time; more are not kept.
  public static let capacity = 10_000

  private var entries: [String: Entry] = [:]
  private let now: @Sendable () -> Date

  /// An empty store.
  public init() {
    now = { Date() }
  }

  package init(now: @escaping @Sendable () -> Date) {
    self.now = now
  }

  /// Keeps a ticket under its IOU until a date.
  public func keep(_ ticket: ProxyGrantingTicket, for iou: String, until date: Date) {
    let now = now()
    if entries.count >= Self.capacity { entries = entries.filter { $0.value.end > now } }
    guard entries[iou].map({ $0.end <= now }) ?? true, entries.count < Self.capacity else { return }
    entries[iou] = Entry(ticket: ticket, end: date)
  }

  /// The ticket of an IOU, once.
  public func take(_ iou: String) -> ProxyGrantingTicket? {
    guard let entry = entries.removeValue(forKey: iou), entry.end > now() else { return nil }
    return entry.ticket
  }
}
