/// A video conference that belongs to a lesson.
public struct VideoLink: Hashable, Sendable {
  /// Where to go.
  public var url: String

  /// The teacher's label for it.
  public var label: String?

  /// A link.
  public init(url: String, label: String? = nil) {
    self.url = url
    self.label = label
  }
}
