import Foundation
import Hummingbird
import HummingbirdCAS
import Testing

/// The store in a file, held to what Hummingbird promises of stores.
@Suite struct SQLitePersistDriverTests {
  private struct Value: Codable, Sendable, Equatable {
    var name: String
    var numbers: [Int]
  }

  @Test func `Values are created, set, read and removed`() async throws {
    try await Self.withStore { store, _ in
      let value = Value(name: "é", numbers: [1, 2])
      try await store.create(key: "a", value: value, expires: nil)
      await #expect(throws: PersistError.duplicate) { try await store.create(key: "a", value: value, expires: nil) }
      #expect(try await store.get(key: "a", as: Value.self) == value)
      try await store.set(key: "a", value: Value(name: "b", numbers: []), expires: nil)
      #expect(try await store.get(key: "a", as: Value.self)?.name == "b")
      await #expect(throws: PersistError.invalidConversion) { try await store.get(key: "a", as: Int.self) }
      try await store.remove(key: "a")
      #expect(try await store.get(key: "a", as: Value.self) == nil)
      try await store.remove(key: "a")
    }
  }

  @Test func `Values end, and a later value keeps the end unless it has its own`() async throws {
    try await Self.withStore { store, clock in
      try await store.set(key: "a", value: 1, expires: .seconds(10))
      clock.advance(seconds: 6)
      try await store.set(key: "a", value: 2, expires: nil)
      let (value, left) = try #require(try await store.getWithTTL(key: "a", as: Int.self))
      #expect(value == 2 && left == .seconds(4))
      clock.advance(seconds: 5)
      #expect(try await store.get(key: "a", as: Int.self) == nil)
      // What has ended is not there: it can be created, and its end is forgotten.
      try await store.create(key: "a", value: 3, expires: .seconds(1))
      clock.advance(seconds: 2)
      try await store.set(key: "a", value: 4, expires: nil)
      clock.advance(seconds: 1_000_000)
      #expect(try await store.get(key: "a", as: Int.self) == 4)
    }
  }

  @Test func `Tidying removes what has ended and nothing else`() async throws {
    try await Self.withStore { store, clock in
      try await store.set(key: "a", value: 1, expires: .seconds(10))
      try await store.set(key: "b", value: 2, expires: .seconds(30))
      try await store.set(key: "c", value: 3, expires: nil)
      clock.advance(seconds: 20)
      try await store.tidy()
      var found: [Int?] = []
      for key in ["a", "b", "c"] { found.append(try await store.get(key: key, as: Int.self)) }
      #expect(found == [nil, 2, 3])
    }
  }

  @Test func `The file is for its owner and for one process at a time`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("s.sqlite").path
      let store = try SQLitePersistDriver(path: path)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      let error = #expect(throws: HummingbirdCASError.self) {
        try SQLitePersistDriver(path: path, patience: 0.1, now: { Date() })
      }
      #expect(error?.code == .storeInUse)
      try await store.set(key: "a", value: 1, expires: nil)
      try await store.shutdown()
      let next = try SQLitePersistDriver(path: path)
      #expect(try await next.get(key: "a", as: Int.self) == 1)
      await #expect(throws: PersistError.invalidConversion) {
        try await next.get(key: "a", as: [String].self)
      }
      try await next.shutdown()
    }
  }

  @Test func `A file that is no store is not touched`() async throws {
    try await withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("letter.txt")
      let text = Data(String(repeating: "Dear reader, this is no database. ", count: 100).utf8)
      try text.write(to: file)
      let error = #expect(throws: HummingbirdCASError.self) { try SQLitePersistDriver(path: file.path) }
      #expect(error?.code == .badStore)
      #expect(try Data(contentsOf: file) == text)
      let missing = #expect(throws: HummingbirdCASError.self) {
        try SQLitePersistDriver(path: folder.path + "/no/such/folder/s.sqlite")
      }
      #expect(missing?.code == .badStore)
    }
  }

  private static func withStore(_ body: (SQLitePersistDriver, TestClock) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let clock = TestClock()
      let path = folder.appendingPathComponent("s.sqlite").path
      let store = try SQLitePersistDriver(path: path, patience: 1, now: { clock.now })
      try await body(store, clock)
      try await store.shutdown()
    }
  }
}
