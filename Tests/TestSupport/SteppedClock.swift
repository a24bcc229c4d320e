package import Foundation
import Synchronization

/// A clock that stands still until a test moves it.
package final class SteppedClock: Sendable {
  private let time: Mutex<Date>

  /// A clock that stands at noon of some day.
  package init() {
    time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
  }

  /// What it shows.
  package var now: Date { time.withLock { $0 } }

  /// Moves it forward.
  package func advance(seconds: Double) {
    time.withLock { $0 += seconds }
  }
}
