import WebSession
import CAS
import Crypto
import Foundation
import Hummingbird

/// The sessions of one application in a store, and which ticket opened which.
///
/// Three entries make a session: the record, which is written once; the time of its last use, which ends with the idle
/// life time; and the index from the ticket's digest. Whoever reads the store learns no session's id, only digests.
struct SessionTable: Sendable {
  private let store: any PersistDriver
  /// The store, if it can tell at once what it has in memory.
  private let memory: SQLitePersistDriver?
  private let settings: CASSettings
  private let now: @Sendable () -> Date
  /// The beginning of every digest under which a session is kept: the application's base, so that the id of one
  /// application opens nothing at another that shares the store.
  private let prefix: SHA256

  init(store: any PersistDriver, base: String, settings: CASSettings, now: @escaping @Sendable () -> Date) {
    self.store = store
    memory = store as? SQLitePersistDriver
    self.settings = settings
    self.now = now
    var prefix = SHA256()
    prefix.update(data: Data(base.utf8))
    prefix.update(data: [0])
    self.prefix = prefix
  }

  /// Opens a session and returns its id, which is kept nowhere.
  func open(_ identity: CASIdentity, ticketDigest: String) async throws -> String {
    let id = SessionID.random()
    let key = key(id)
    let record = SessionRecord(identity: identity, ticketDigest: ticketDigest)
    try await store.create(key: SessionTable.session + key, value: record, expires: settings.absoluteLifetime)
    try await store.set(key: SessionTable.used + key, value: now(), expires: settings.idleLifetime)
    try await store.set(key: SessionTable.ticket + ticketDigest, value: key, expires: settings.absoluteLifetime)
    return id
  }

  /// Who an id belongs to; nil for an id that is unknown, ended or too old. Counts as use.
  func identity(for id: String) async throws -> CASIdentity? {
    guard SessionID.isPossible(id) else { return nil }
    let key = key(id)
    guard let record = try await value(SessionTable.session + key, as: SessionRecord.self) else { return nil }
    let now = now()
    guard let used = try await value(SessionTable.used + key, as: Date.self),
      now.timeIntervalSince(used) < settings.idleLifetime / .seconds(1),
      now.timeIntervalSince(record.identity.signedInAt) < settings.absoluteLifetime / .seconds(1)
    else {
      try await remove(key: key, ticketDigest: record.ticketDigest)
      return nil
    }
    if now.timeIntervalSince(used) > min(60, settings.idleLifetime / .seconds(10)) {
      try await store.set(key: SessionTable.used + key, value: now, expires: settings.idleLifetime)
    }
    return record.identity
  }

  /// Ends the session of an id, if there is one.
  func close(_ id: String) async throws {
    guard SessionID.isPossible(id) else { return }
    let key = key(id)
    guard let record = try await store.get(key: SessionTable.session + key, as: SessionRecord.self) else { return }
    try await remove(key: key, ticketDigest: record.ticketDigest)
  }

  /// Ends the session that a ticket opened, if there is one. Returns whether it is the session of an id.
  @discardableResult
  func close(ticketDigest: String, ifOwn id: String? = nil) async throws -> Bool {
    guard let key = try await store.get(key: SessionTable.ticket + ticketDigest, as: String.self) else { return false }
    try await remove(key: key, ticketDigest: ticketDigest)
    return id.map { SessionID.isPossible($0) && self.key($0) == key } ?? false
  }

  private func remove(key: String, ticketDigest: String) async throws {
    try await store.remove(key: SessionTable.session + key)
    try await store.remove(key: SessionTable.used + key)
    try await store.remove(key: SessionTable.ticket + ticketDigest)
  }

  private static let session = "cas.session."
  private static let used = "cas.used."
  private static let ticket = "cas.ticket."

  /// Every request of somebody who has signed in asks, so what is in memory is not waited for.
  private func value<Object: Codable & Sendable>(_ key: String, as type: Object.Type) async throws -> Object? {
    if let value = memory?.remembered(key, as: type) { return value }
    return try await store.get(key: key, as: type)
  }

  /// The digest under which a session is kept.
  private func key(_ id: String) -> String {
    var hash = prefix
    var id = id
    id.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return Base64URL.encode(hash.finalize())
  }
}
