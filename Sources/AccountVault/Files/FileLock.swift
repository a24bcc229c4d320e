import Foundation

/// An advisory lock between processes, and between tasks of one process. Dies with its holder.
///
/// Every holder opens the file anew, so that tasks exclude one another as processes do (`flock(2)`). Who wants the lock
/// stands in a queue of one before it, so that a holder that gives it back and wants it again comes after who waits.
struct FileLock: ~Copyable {
  private let file: Int32

  /// Waits for the lock without blocking a thread.
  ///
  /// - Throws: ``VaultError``: `locked` past the deadline; `inputOutput`, `insecure`.
  static func acquire(_ name: String, in directory: String, deadline: Duration) async throws -> FileLock {
    let end = ContinuousClock.now + deadline
    let place = try await FileLock.acquire("\(directory)/\(queueName(name))", until: end, of: deadline)
    let lock = try await FileLock.acquire("\(directory)/\(name)", until: end, of: deadline)
    _ = consume place
    return lock
  }

  /// The file of the queue before a lock.
  static func queueName(_ name: String) -> String { "q-" + name }

  private static func acquire(
    _ path: String,
    until end: ContinuousClock.Instant,
    of deadline: Duration
  ) async throws -> FileLock {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw VaultError(.inputOutput, "cannot open \(path): \(String(cString: strerror(errno)))", path: path)
    }
    let lock = FileLock(file: file)
    var pause = Duration.microseconds(500)
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw VaultError(.inputOutput, "cannot lock \(path): \(String(cString: strerror(errno)))", path: path)
      }
      guard ContinuousClock.now < end else {
        throw VaultError(.locked, "another program has held \(path) for \(deadline) already", path: path)
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .milliseconds(10))
    }
    return lock
  }

  private init(file: Int32) {
    self.file = file
  }

  deinit {
    // Closing gives the lock back.
    close(file)
  }
}
