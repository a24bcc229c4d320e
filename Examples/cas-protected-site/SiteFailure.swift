import CAS
import Foundation
import HummingbirdCAS
import NIOCore

/// Why the site does not run, and the exit code that says so.
struct SiteFailure: Error {
  /// 64: wrong configuration. 69: no address to listen on, or a file that another process uses. 70: our own fault.
  var status: Int32
  var line: String

  init(status: Int32, _ line: String) {
    self.status = status
    self.line = line
  }

  init(configuration line: String) {
    self.init(status: 64, line)
  }

  init(_ error: any Error) {
    switch error {
    case let failure as SiteFailure: self = failure
    case let error as CASError where error.code == .badConfiguration: self.init(configuration: error.message)
    case let error as HummingbirdCASError: self.init(status: 69, error.message)
    case let error as IOError: self.init(status: 69, "cannot listen: \(error.localizedDescription)")
    default: self.init(status: 70, "\(error)")
    }
  }
}
