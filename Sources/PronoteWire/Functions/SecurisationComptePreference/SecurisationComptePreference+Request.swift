extension SecurisationComptePreference {
  /// What is to change. PINs and passwords are hexadecimal cipher text under the session key, whatever the flags.
  package struct Request: WireMessage, Hashable {
    /// 0 verify the PIN, 4 change the mode, 5 set the PIN, 6 rename a device, 7 delete a device, 8 change the password,
    /// 9 change the user name.
    package var action: Int
    package var codePin: String?
    /// The PIN so far, for actions 4 and 5.
    package var ancienCodePin: String?
    package var mode: Int?
    /// A device, for actions 6 and 7.
    package var identifiantSysteme: String?
    /// The kind of that device: 0 heavy client, 1 mobile app, 2 browser.
    package var genreSource: Int?
    /// The new label of that device.
    package var libelleSaisi: String?
    /// The password so far, for actions 8 and 9.
    package var ancienMDP: String?
    package var nouveauMDP: String?
    package var identifiant: String?

    package init(action: Int) {
      self.action = action
    }

    package init(_ view: JSONView) throws(WireError) {
      action = try view.requiredInteger("action")
      codePin = view.text("codePin")
      ancienCodePin = view.text("ancienCodePin")
      mode = view.integer("mode")
      identifiantSysteme = view.text("identifiantSysteme")
      genreSource = view.integer("genreSource")
      libelleSaisi = view.label("libelleSaisi")
      ancienMDP = view.text("ancienMDP")
      nouveauMDP = view.text("nouveauMDP")
      identifiant = view.text("identifiant")
    }

    package var json: JSONValue {
      .object(present: [
        "action": .integer(action),
        "codePin": codePin.map { .string($0) },
        "ancienCodePin": ancienCodePin.map { .string($0) },
        "mode": mode.map { .integer($0) },
        "identifiantSysteme": identifiantSysteme.map { .string($0) },
        "genreSource": genreSource.map { .integer($0) },
        "libelleSaisi": libelleSaisi.map { .string($0) },
        "ancienMDP": ancienMDP.map { .string($0) },
        "nouveauMDP": nouveauMDP.map { .string($0) },
        "identifiant": identifiant.map { .string($0) },
      ])
    }
  }
}
