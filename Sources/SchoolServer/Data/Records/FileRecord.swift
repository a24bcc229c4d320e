package import Foundation

/// The bytes of a stored file.
package struct FileRecord: Hashable, Sendable {
  /// The file name.
  package var name: String
  /// The media type: `application/pdf`.
  package var mediaType: String
  /// The bytes.
  package var content: Data
}
