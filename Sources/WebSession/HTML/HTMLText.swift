/// Turns fragments of HTML, as schools send them in homework and messages, into text for people.
public enum HTMLText {
  /// The readable text of a fragment.
  ///
  /// Lines break at `br`, paragraphs, headings, rows and the like; items of a list start with `- `; scripts and styles
  /// are dropped; runs of blanks become one space, no-break spaces too, but inside `pre`; there is at most one empty
  /// line in a row and none at either end. A `<` or `&` that is no markup stays. Linear time.
  ///
  /// ```swift
  /// HTMLText.plain("<div>Lire le chapitre&nbsp;2 &amp; r&eacute;pondre</div>")   // Lire le chapitre 2 & répondre
  /// HTMLText.plain("si x < 3 && y <z")                                           // si x < 3 && y <z
  /// ```
  public static func plain(_ html: String) -> String {
    var writer = HTMLTextWriter()
    for token in HTMLTokenizer(Array(html.utf8), isFragment: true) { writer.take(token) }
    return writer.finish()
  }
}
