import Foundation
import Synchronization

/// Decoded values of a store. It is only ever changed where the store's file is, one change after the other.
final class ValueCache: Sendable {
  struct Entry: Sendable {
    var value: any Sendable
    /// In seconds since 1970; nil for no end.
    var end: Double?
  }

  /// The most values. One more, and all are dropped: they are on the disk.
  private static let capacity = 100_000

  private let entries = Mutex<[String: Entry]>([:])
  private let now: @Sendable () -> Date

  init(now: @escaping @Sendable () -> Date) {
    self.now = now
  }

  func entry(_ key: String) -> Entry? {
    entries.withLock { $0[key] }
  }

  @discardableResult
  func keep(_ value: any Sendable, for key: String, until end: Double?) -> Entry {
    let entry = Entry(value: value, end: end)
    entries.withLock { entries in
      if entries.count >= ValueCache.capacity { entries.removeAll() }
      entries[key] = entry
    }
    return entry
  }

  func drop(_ key: String) {
    entries.withLock { $0[key] = nil }
  }

  func dropExpired() {
    let now = now().timeIntervalSince1970
    entries.withLock { entries in
      entries = entries.filter { $0.value.end.map { $0 > now } ?? true }
    }
  }
}
