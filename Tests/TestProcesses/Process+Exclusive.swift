public import Foundation
import Synchronization

private let starting = Mutex(())

extension Process {
  /// Starts the process while no other one is being started by these tests.
  ///
  /// Foundation's `run()` is not safe on two threads at once on Linux: it crashed here while it copied what the child
  /// inherits.
  ///
  /// - Parameter handles: what the child got, and this process needs no more. Foundation keeps it open otherwise, and
  ///   thousands of children later there are no more files to be had.
  public func runExclusively(closing handles: [FileHandle] = []) throws {
    try starting.withLock { _ in
      defer { for handle in handles { try? handle.close() } }
      try run()
    }
  }
}
