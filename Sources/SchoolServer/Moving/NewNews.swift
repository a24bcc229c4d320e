/// Something that the school tells everybody: students, parents, teachers and staff.
public struct NewNews: Sendable, Hashable {
  /// The title.
  public var title: String
  /// The text, as plain text; lines stay lines.
  public var text: String
  /// Whether readers have to say that they have read it.
  public var wantsAcknowledgement: Bool

  /// A piece of news.
  public init(title: String, text: String, wantsAcknowledgement: Bool = false) {
    self.title = title
    self.text = text
    self.wantsAcknowledgement = wantsAcknowledgement
  }
}
