package import Foundation
import GRDB
public import Hummingbird
import ServiceLifecycle
import Synchronization

/// A store for sessions in a SQLite file, which survives restarts.
///
/// ```swift
/// let store = try SQLitePersistDriver(path: "sessions.sqlite")
/// let cas = CASProtection(client: client, store: store)
/// let application = Application(router: router, services: [store])
/// ```
///
/// The file belongs to one process at a time, which makes reading as fast as from memory: every value that is read
/// or written stays decoded in memory. Several processes behind one address need a store that they can share, such as
/// Hummingbird's for Valkey. Only the file's owner may read it. A value is on the disk before a write returns.
public final class SQLitePersistDriver: PersistDriver {
  private let queue: DatabaseQueue
  private let cache: ValueCache
  private let now: @Sendable () -> Date

  /// How often what is too old is removed.
  private static let tidyInterval = Duration.seconds(600)

  /// Opens a file, or makes it. Waits up to five seconds for another process to let go of it.
  ///
  /// - Throws: ``HummingbirdCASError`` with code `storeInUse` or `badStore`.
  public convenience init(path: String) throws {
    try self.init(path: path, now: { Date() })
  }

  package init(path: String, patience: TimeInterval = 5, now: @escaping @Sendable () -> Date) throws {
    self.now = now
    cache = ValueCache(now: now)
    do {
      try SQLitePersistDriver.makePrivateFile(path)
      queue = try DatabaseQueue(path: path, configuration: SQLitePersistDriver.configuration(patience: patience))
      try queue.writeWithoutTransaction { db in
        // Exclusive before the journal, so that no shared memory is needed.
        try db.execute(
          sql: """
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value BLOB NOT NULL, expires REAL) WITHOUT ROWID;
            """
        )
        try db.execute(sql: "DELETE FROM entry WHERE expires <= ?", arguments: [now().timeIntervalSince1970])
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw HummingbirdCASError(.storeInUse, "another process uses \(path)", cause: error)
    } catch {
      throw HummingbirdCASError(.badStore, "\(path) cannot be opened as a store of sessions", cause: error)
    }
  }

  private static func configuration(patience: TimeInterval) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    return configuration
  }

  private static func makePrivateFile(_ path: String) throws {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    close(descriptor)
  }

  // MARK: - PersistDriver

  /// Keeps a value under a new key.
  ///
  /// - Throws: `PersistError.duplicate` when the key is taken.
  public func create<Object: Codable & Sendable>(key: String, value: Object, expires: Duration?) async throws {
    let data = try JSONEncoder().encode(value)
    let end = end(expires)
    try await queue.writeWithoutTransaction { [cache, now] db in
      let oldest = now().timeIntervalSince1970
      try db.execute(
        literal: """
          INSERT INTO entry (key, value, expires) VALUES (\(key), \(data), \(end))
          ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE expires <= \(oldest)
          """
      )
      guard db.changesCount > 0 else { throw PersistError.duplicate }
      cache.keep(value, for: key, until: end)
    }
  }

  /// Keeps a value under a key, in place of another; without a life time, the life time of the other.
  public func set<Object: Codable & Sendable>(key: String, value: Object, expires: Duration?) async throws {
    let data = try JSONEncoder().encode(value)
    let end = end(expires)
    try await queue.writeWithoutTransaction { [cache, now] db in
      let oldest = now().timeIntervalSince1970
      let kept = try SQLRequest<Double?>(
        literal: """
          INSERT INTO entry (key, value, expires) VALUES (\(key), \(data), \(end))
          ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = COALESCE(
            excluded.expires, CASE WHEN expires > \(oldest) THEN expires END)
          RETURNING expires
          """
      ).fetchOne(db)
      cache.keep(value, for: key, until: kept ?? nil)
    }
  }

  /// The value of a key; nil when there is none, or when it is too old.
  ///
  /// - Throws: `PersistError.invalidConversion` when it is of another type.
  public func get<Object: Codable & Sendable>(key: String, as type: Object.Type) async throws -> Object? {
    try await getWithTTL(key: key, as: type)?.object
  }

  /// The value of a key, and how long it has still to live.
  ///
  /// - Throws: `PersistError.invalidConversion` when it is of another type.
  public func getWithTTL<Object: Codable & Sendable>(
    key: String,
    as type: Object.Type
  ) async throws -> (object: Object, ttl: Duration?)? {
    var entry = cache.entry(key)
    if entry == nil {
      entry = try await queue.writeWithoutTransaction { [cache] db in
        guard let row = try Row.fetchOne(db, sql: "SELECT value, expires FROM entry WHERE key = ?", arguments: [key])
        else { return nil }
        guard let value = try? JSONDecoder().decode(Object.self, from: row["value"]) else {
          throw PersistError.invalidConversion
        }
        return cache.keep(value, for: key, until: row["expires"])
      }
    }
    guard let entry else { return nil }
    let left = entry.end.map { $0 - now().timeIntervalSince1970 }
    if let left, left <= 0 { return nil }
    guard let object = entry.value as? Object else { throw PersistError.invalidConversion }
    return (object, left.map { .seconds($0) })
  }

  /// The value of a key, if it is in memory and not too old: at once, whatever else is being written.
  func remembered<Object>(_ key: String, as type: Object.Type) -> Object? {
    guard let entry = cache.entry(key), entry.end.map({ $0 > now().timeIntervalSince1970 }) ?? true else { return nil }
    return entry.value as? Object
  }

  /// Removes a key and its value.
  public func remove(key: String) async throws {
    try await queue.writeWithoutTransaction { [cache] db in
      try db.execute(sql: "DELETE FROM entry WHERE key = ?", arguments: [key])
      cache.drop(key)
    }
  }

  // MARK: - Service

  /// Removes what is too old from time to time, until the application stops.
  public func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while true {
        try await Task.sleep(for: SQLitePersistDriver.tidyInterval)
        // What cannot be removed now is removed next time. It is not read again in between.
        try? await self.tidy()
      }
    }
    try await shutdown()
  }

  package func tidy() async throws {
    let oldest = now().timeIntervalSince1970
    try await queue.writeWithoutTransaction { [cache] db in
      try db.execute(sql: "DELETE FROM entry WHERE expires <= ?", arguments: [oldest])
      cache.dropExpired()
    }
  }

  /// Lets go of the file. Every other call fails afterwards.
  public func shutdown() async throws {
    try queue.close()
  }

  private func end(_ expires: Duration?) -> Double? {
    expires.map { now().timeIntervalSince1970 + $0 / .seconds(1) }
  }
}
