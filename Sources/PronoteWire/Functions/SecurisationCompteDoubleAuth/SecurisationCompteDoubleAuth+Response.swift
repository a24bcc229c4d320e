extension SecurisationCompteDoubleAuth {
  package struct Response: WireMessage, Hashable {
    /// Actions 0, 1 and 11: whether what was sent is right.
    package var result: Bool?
    /// Action 2: whether a device of this label is known.
    package var dejaConnu: Bool?
    /// Action 10: whether the mail is on its way.
    package var ok: Bool?
    /// Action 3: replaces the app token that Authentification gave.
    package var jetonConnexionAppliMobile: String?

    package init() {}

    package init(_ view: JSONView) throws(WireError) {
      result = view.optionalFlag("result")
      dejaConnu = view.optionalFlag("dejaConnu")
      ok = view.optionalFlag("ok")
      jetonConnexionAppliMobile = view.label("jetonConnexionAppliMobile")
    }

    package var json: JSONValue {
      .object(present: [
        "result": result.map { .bool($0) },
        "dejaConnu": dejaConnu.map { .bool($0) },
        "ok": ok.map { .bool($0) },
        "jetonConnexionAppliMobile": jetonConnexionAppliMobile.map { .string($0) },
      ])
    }
  }
}
