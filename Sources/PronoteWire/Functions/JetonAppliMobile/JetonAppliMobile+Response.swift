extension JetonAppliMobile {
  package struct Response: WireMessage, Hashable {
    /// The login under the PIN, in hexadecimal.
    package var login: String
    /// The one-time password under the PIN, in hexadecimal.
    package var jeton: String

    package init(login: String, jeton: String) {
      self.login = login
      self.jeton = jeton
    }

    package init(_ view: JSONView) throws(WireError) {
      login = try view.requiredText("login")
      jeton = try view.requiredText("jeton")
    }

    package var json: JSONValue { ["login": .string(login), "jeton": .string(jeton)] }
  }
}
