extension SecurisationComptePreference {
  package struct Response: WireMessage, Hashable {
    /// Whether what was sent is right, and was saved.
    package var result: Bool?

    package init(result: Bool? = nil) {
      self.result = result
    }

    package init(_ view: JSONView) throws(WireError) {
      result = view.optionalFlag("result")
    }

    package var json: JSONValue {
      .object(present: ["result": result.map { .bool($0) }])
    }
  }
}
