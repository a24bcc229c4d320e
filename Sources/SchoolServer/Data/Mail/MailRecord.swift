package import Foundation

/// A mail that the school would have sent.
package struct MailRecord: Hashable, Sendable {
  /// The address.
  package var recipient: String
  /// The subject.
  package var subject: String
  /// The text, which may hold a code.
  package var text: String
  /// When it was sent.
  package var sent: Date
}
