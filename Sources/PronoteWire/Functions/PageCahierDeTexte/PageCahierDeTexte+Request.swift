extension PageCahierDeTexte {
  package struct Request: WireMessage, Hashable {
    /// The weeks; homework is selected by the week in which it is due.
    package var domaine: [Int]

    package init(domaine: ClosedRange<Int>) {
      self.domaine = Array(domaine)
    }

    package init(_ view: JSONView) throws(WireError) {
      guard let weeks = view.numbers("domaine") else { throw WireError(.missing, "domaine", "expected a set of weeks") }
      domaine = weeks
    }

    package var json: JSONValue { ["domaine": .wireSet(domaine, type: WireType.domain)] }
  }
}
