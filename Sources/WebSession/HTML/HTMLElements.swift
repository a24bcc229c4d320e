/// What is known about HTML's elements by their names.
enum HTMLElements {
  /// Elements without content.
  static let void: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
  ]

  /// Whether the content of an element is text up to its end tag. Asked for every tag, so that no set is searched.
  static func isRaw(_ name: String) -> Bool {
    switch name {
    case "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp": true
    default: false
    }
  }

  /// Elements that begin and end on a line of their own.
  static let block: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ]

  /// Elements whose content nobody sees.
  static let hidden: Set<String> = [
    "datalist", "iframe", "noembed", "noframes", "noscript", "script", "style", "template", "title",
  ]

  /// The rest, so that `x<y` is not taken for an element named `y` in a text that may hold markup.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "audio", "b", "bdi", "bdo", "big", "blink", "button", "canvas", "cite", "code", "colgroup",
    "data", "datalist", "del", "dfn", "em", "font", "frameset", "head", "html", "i", "ins", "kbd", "label", "map",
    "mark", "marquee", "math", "meter", "nobr", "noscript", "object", "output", "picture", "progress", "q", "rb", "rp",
    "rt", "rtc", "ruby", "s", "samp", "select", "slot", "small", "span", "strike", "strong", "sub", "sup", "svg", "td",
    "template", "th", "time", "tt", "u", "var", "video",
  ]

  /// Whether a name (in lower case) is one of HTML's, or has the form of a custom or namespaced element.
  static func isKnown(_ name: String) -> Bool {
    inline.contains(name) || block.contains(name) || void.contains(name) || isRaw(name)
      || name.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
  }

  /// Longer names are not known ones.
  static let longestName = 64
}
