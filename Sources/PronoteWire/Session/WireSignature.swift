/// From which tab, and for which child, a call is made (session document 10.1).
package struct WireSignature: Sendable, Hashable {
  /// The tab.
  package var onglet: Int

  /// The child, in spaces that have children.
  package var membre: WireElement?

  package init(onglet: Int, membre: WireElement? = nil) {
    self.onglet = onglet
    self.membre = membre
  }

  package init?(_ view: JSONView) {
    guard let onglet = view.integer("onglet") else { return nil }
    self.init(onglet: onglet, membre: view.element("membre"))
  }

  package var json: JSONValue {
    .object(present: [
      "onglet": .integer(onglet),
      "membre": membre.map { .object(present: ["N": $0.n.map { .string($0) }, "G": $0.g.map { .integer($0) }]) },
    ])
  }
}
