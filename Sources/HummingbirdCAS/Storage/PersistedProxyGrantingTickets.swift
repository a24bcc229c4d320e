public import CAS
public import Foundation
public import Hummingbird

/// Proxy-granting tickets in any store of Hummingbird's, so that a restart in the middle of a login loses none.
///
/// ```swift
/// settings.proxyGrantingTickets = PersistedProxyGrantingTickets(store: store)
/// ```
///
/// Anybody can call the proxy callback: the first write of a name wins, a ticket is read once, and no more than
/// ``capacity`` wait at a time.
public actor PersistedProxyGrantingTickets: ProxyGrantingTicketStore {
  /// The most tickets that wait at a time; more are not kept.
  public static let capacity = 10_000

  private let store: any PersistDriver
  private let now: @Sendable () -> Date
  private var waiting: [String: Date] = [:]
  private var taken: Set<String> = []

  /// Tickets in a store.
  public init(store: any PersistDriver) {
    self.store = store
    now = { Date() }
  }

  package init(store: any PersistDriver, now: @escaping @Sendable () -> Date) {
    self.store = store
    self.now = now
  }

  /// Keeps a ticket under its IOU until a date.
  public func keep(_ ticket: ProxyGrantingTicket, for iou: String, until date: Date) async throws {
    let now = now()
    if waiting.count >= Self.capacity { waiting = waiting.filter { $0.value > now } }
    guard waiting.count < Self.capacity, date > now else { return }
    let key = Self.key(iou)
    waiting[key] = date
    do {
      try await store.create(key: key, value: ticket.text, expires: .seconds(date.timeIntervalSince(now)))
    } catch let error as PersistError where error == .duplicate {
      return
    }
  }

  /// The ticket of an IOU, once.
  public func take(_ iou: String) async throws -> ProxyGrantingTicket? {
    let key = Self.key(iou)
    // While one caller is between reading and removing, the name is taken for every other.
    guard taken.insert(key).inserted else { return nil }
    defer { taken.remove(key) }
    guard let text = try await store.get(key: key, as: String.self) else { return nil }
    try await store.remove(key: key)
    waiting[key] = nil
    return try ProxyGrantingTicket(text)
  }

  /// The name itself is not stored.
  private static func key(_ iou: String) -> String { "cas.pgt." + CASTicket.digest(of: iou) }
}
