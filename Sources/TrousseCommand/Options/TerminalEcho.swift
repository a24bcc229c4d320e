import Foundation
import Synchronization

/// Whether the terminal shows what is typed.
enum TerminalEcho {
  private static let saved = Mutex<termios?>(nil)

  /// Stops showing what is typed, until ``restore()``.
  static func hide() {
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else { return }
    let original = settings
    saved.withLock { $0 = original }
    settings.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(0, TCSAFLUSH, &settings)
  }

  /// Shows it again. Called on every way out, signals included.
  static func restore() {
    saved.withLock { saved in
      guard var settings = saved else { return }
      tcsetattr(0, TCSAFLUSH, &settings)
      saved = nil
    }
  }
}
