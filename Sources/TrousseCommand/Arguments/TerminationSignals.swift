import Dispatch
import Foundation
import Synchronization

/// Turns an interrupt or a termination signal into the cancellation of the command, so that it can sign out first.
///
/// A command that has not ended two seconds later, a second signal, or one at a question ends the process at once.
final class TerminationSignals: Sendable {
  private let first = Mutex<Int32?>(nil)
  // Signal sources are thread-safe; they are kept here only to stay alive.
  nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

  /// Which signal came, if one did.
  var received: Int32? { first.withLock(\.self) }

  /// Watches for signals from now on. `onFirst` is called once, on a queue of its own.
  init(onFirst: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "trousse.signals")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
      source.setEventHandler { [self] in
        let isFirst = first.withLock { first in
          defer { first = first ?? number }
          return first == nil
        }
        TerminalEcho.restore()
        guard isFirst else { _exit(128 + number) }
        if Question.isWaiting.withLock({ $0 }) {
          Console.warn("")
          _exit(128 + number)
        }
        queue.asyncAfter(deadline: .now() + 2) { _exit(128 + number) }
        onFirst()
      }
      source.resume()
    }
  }
}
