import Foundation
import Synchronization

/// What a served school says on standard error while it runs, line by line.
///
/// Programs start schools and may leave their standard error unread: a line that does not fit is left out, rather than
/// that the school stops.
final class SchoolLog: Sendable {
  private let turn = Mutex(())

  /// Writes a line.
  func write(_ line: String) {
    turn.withLock { _ in
      // A pipe that can be written to takes a whole line without waiting.
      var standardError = pollfd(fd: 2, events: Int16(POLLOUT), revents: 0)
      guard poll(&standardError, 1, 0) > 0, standardError.revents & Int16(POLLOUT) != 0 else { return }
      Console.warn(String(line.printable.prefix(1000)))
    }
  }
}
