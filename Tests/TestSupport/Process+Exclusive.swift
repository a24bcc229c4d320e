public import Foundation
import Synchronization

private let starting = Mutex(())

extension Process {
  /// Starts the process while no other one is being started by these tests.
  ///
  /// Foundation's `run()` is not safe on two threads at once on Linux: it crashed here while it copied what the child
  /// inherits.
  public func runExclusively() throws {
    try starting.withLock { _ in try run() }
  }
}
