/// A folder of a mailbox ("étiquette"). The raw value is the wire's `G` (functions document, 13.1) and the key.
package enum MailboxLabel: Int, Sendable, Hashable, CaseIterable {
  /// Messages that were not sent yet.
  case drafts = 4
  /// Discussions that were thrown away.
  case trash = 5

  /// What the school calls it.
  package var label: String {
    switch self {
    case .drafts: "Brouillons"
    case .trash: "Corbeille"
    }
  }
}
