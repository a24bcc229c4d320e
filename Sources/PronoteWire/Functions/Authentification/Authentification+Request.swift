extension Authentification {
  package struct Request: WireMessage, Hashable {
    /// As `genreConnexion` of Identification.
    package var connexion: Int
    /// The answer to the challenge.
    package var challenge: String
    /// The number of the space.
    package var espace: Int

    package init(connexion: Int = 0, challenge: String, espace: Int) {
      self.connexion = connexion
      self.challenge = challenge
      self.espace = espace
    }

    package init(_ view: JSONView) throws(WireError) {
      connexion = view.integer("connexion") ?? 0
      challenge = try view.requiredText("challenge")
      espace = view.integer("espace") ?? 0
    }

    package var json: JSONValue {
      ["connexion": .integer(connexion), "challenge": .string(challenge), "espace": .integer(espace)]
    }
  }
}
