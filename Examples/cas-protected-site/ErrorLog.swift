import Foundation
import Logging

/// Writes what went wrong to standard error, a line each.
///
/// Every request gets a logger with its number. The usual handler makes a text of that for each request, and this one
/// when there is something to say.
struct ErrorLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.warning

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let line = "cas-protected-site: \(event.level): \(event.message)\(details)\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}
