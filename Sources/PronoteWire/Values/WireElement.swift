/// What most things on the wire are: an id, a label and a kind (functions document 1.4).
package struct WireElement: Sendable, Hashable {
  /// The id, opaque, valid in this session only. Nil for "no object" (absent, `0` or `"0"`).
  package var n: String?
  /// The label.
  package var l: String?
  /// The kind; the numbering depends on the list.
  package var g: Int?

  package init(n: String? = nil, l: String? = nil, g: Int? = nil) {
    self.n = n
    self.l = l
    self.g = g
  }

  /// Reads an element, in an envelope or bare. Absent members stay nil.
  package init(_ view: JSONView) {
    let view = view.unwrapped
    n = view.id("N")
    l = view.text("L")
    g = view.integer("G")
  }

  package var json: JSONValue {
    .object(present: ["L": l.map { .string($0) }, "N": n.map { .string($0) }, "G": g.map { .integer($0) }])
  }
}
