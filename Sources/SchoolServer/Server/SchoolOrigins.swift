import Synchronization

/// Where a running school is reached, as it knows it itself: addresses are never taken from requests.
final class SchoolOrigins: Sendable {
  private struct Known {
    var school: String?
    var portal: String?
  }

  private let known = Mutex(Known())

  /// `http://127.0.0.1:40123`; nil until the school listens.
  var school: String? {
    get { known.withLock { $0.school } }
    set { known.withLock { $0.school = newValue } }
  }

  /// `http://127.0.0.1:40124/`; nil until the portal listens, and for ever without one.
  var portal: String? {
    get { known.withLock { $0.portal } }
    set { known.withLock { $0.portal = newValue } }
  }
}
