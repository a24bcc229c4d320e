/// From which tab, and for which child, a call is made (session document 10.1).
package struct WireSignature: Sendable, Hashable {
  /// The tab.
  package var onglet: Int

  /// The child, in spaces that have children.
  package var membre: WireElement?

  /// The person that a call is about, in calls that take them here (PageInfosPerso).
  package var ressource: WireElement?

  package init(onglet: Int, membre: WireElement? = nil, ressource: WireElement? = nil) {
    self.onglet = onglet
    self.membre = membre
    self.ressource = ressource
  }

  package init?(_ view: JSONView) {
    guard let onglet = view.integer("onglet") else { return nil }
    self.init(onglet: onglet, membre: view.element("membre"), ressource: view.element("ressource"))
  }

  package var json: JSONValue {
    .object(present: [
      "onglet": .integer(onglet), "membre": membre.map(WireSignature.reference),
      "ressource": ressource.map(WireSignature.reference),
    ])
  }

  private static func reference(_ element: WireElement) -> JSONValue {
    .object(present: ["N": element.n.map { .string($0) }, "G": element.g.map { .integer($0) }])
  }
}
