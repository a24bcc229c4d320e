/// A part of a page that the school may have decided not to show.
///
/// Not published is not the same as empty: an empty list of grades says that there are none, an unpublished one says
/// nothing.
public enum Section<Content: Sendable>: Sendable {
  /// The school shows this part; here is what it holds.
  case published(Content)

  /// The school does not show this part.
  case notPublished

  /// What the part holds, or nil when it is not published.
  public var content: Content? {
    if case .published(let content) = self { content } else { nil }
  }
}

extension Section: Equatable where Content: Equatable {}
extension Section: Hashable where Content: Hashable {}
