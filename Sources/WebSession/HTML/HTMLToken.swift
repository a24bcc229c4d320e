/// A piece of an HTML page.
public enum HTMLToken: Sendable {
  /// `<name attribute="value">`
  case startTag(HTMLTag)

  /// `</name>`, the name in lower case.
  case endTag(String)

  /// Text between tags, character references decoded. One text may come in several pieces.
  case text(String)

  /// The content of an element that holds no markup: `script`, `style`, `title`, `textarea`, …. Character references
  /// are decoded in `title` and `textarea`, where they mean something.
  case rawText(element: String, String)
}
