extension FonctionParametres {
  package struct Request: WireMessage, Hashable {
    /// The seed of the vector: base64 of the sixteen bytes, or of their RSA cipher text.
    package var uuid: String

    /// What an earlier session returned; nil makes the server give a new one.
    package var identifiantNav: String?

    package init(uuid: String, identifiantNav: String? = nil) {
      self.uuid = uuid
      self.identifiantNav = identifiantNav
    }

    package init(_ view: JSONView) throws(WireError) {
      uuid = try view.requiredText("Uuid")
      identifiantNav = view.text("identifiantNav")
    }

    package var json: JSONValue {
      ["Uuid": .string(uuid), "identifiantNav": identifiantNav.map { .string($0) } ?? .null]
    }
  }
}
