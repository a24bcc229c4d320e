extension Identification {
  package struct Response: WireMessage, Hashable {
    /// The salt; `""` when there is none.
    package var alea: String
    /// See ``Challenge``.
    package var challenge: String
    package var modeCompLog: Int
    package var modeCompMdp: Int
    /// A canonical login, which replaces the typed one when an app token is asked for.
    package var login: String?

    package init(alea: String = "", challenge: String, modeCompLog: Int = 0, modeCompMdp: Int = 0) {
      self.alea = alea
      self.challenge = challenge
      self.modeCompLog = modeCompLog
      self.modeCompMdp = modeCompMdp
    }

    package init(_ view: JSONView) throws(WireError) {
      alea = view.text("alea") ?? ""
      challenge = try view.requiredText("challenge")
      modeCompLog = view.integer("modeCompLog") ?? (view.flag("modeCompLog") ? 1 : 0)
      modeCompMdp = view.integer("modeCompMdp") ?? (view.flag("modeCompMdp") ? 1 : 0)
      login = view.label("login")
    }

    package var json: JSONValue {
      .object(present: [
        "alea": alea.isEmpty ? nil : .string(alea),
        // Integers, not booleans: one client compares with exactly 1.
        "modeCompLog": .integer(modeCompLog),
        "modeCompMdp": .integer(modeCompMdp),
        "challenge": .string(challenge),
        "login": login.map { .string($0) },
      ])
    }

    /// How login and password are folded before the key is made.
    package var folding: UserKey.Folding {
      UserKey.Folding(lowercasesLogin: modeCompLog > 0, lowercasesPassword: modeCompMdp > 0)
    }
  }
}
