extension Navigation {
  package struct Request: WireMessage, Hashable {
    package var onglet: Int
    package var ongletPrec: Int

    package init(onglet: Int = Tab.home, ongletPrec: Int = Tab.home) {
      self.onglet = onglet
      self.ongletPrec = ongletPrec
    }

    package init(_ view: JSONView) throws(WireError) {
      onglet = view.integer("onglet") ?? Tab.home
      ongletPrec = view.integer("ongletPrec") ?? Tab.home
    }

    package var json: JSONValue { ["onglet": .integer(onglet), "ongletPrec": .integer(ongletPrec)] }
  }
}
