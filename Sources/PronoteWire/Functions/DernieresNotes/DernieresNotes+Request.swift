extension DernieresNotes {
  package struct Request: WireMessage, Hashable {
    /// The period, under a capital `Periode`; `G` is 2.
    package var periode: WireElement

    package init(periode: WireElement) {
      self.periode = periode
    }

    package init(_ view: JSONView) throws(WireError) {
      // The 2020 notes write it in lower case; both are read.
      guard let periode = view.element("Periode") ?? view.element("periode") else {
        throw WireError(.missing, "Periode", "absent")
      }
      self.periode = periode
    }

    package var json: JSONValue { ["Periode": periode.json] }
  }
}
