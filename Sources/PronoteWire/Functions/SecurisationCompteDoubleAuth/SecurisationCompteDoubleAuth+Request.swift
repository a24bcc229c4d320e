extension SecurisationCompteDoubleAuth {
  /// What is asked or saved. PINs and passwords are hexadecimal cipher text under the session key, whatever the flags.
  package struct Request: WireMessage, Hashable {
    /// 0 verify the PIN, 1 check a new password, 2 is this device's label taken, 3 save, 10 send a reset code by mail,
    /// 11 check that code.
    package var action: Int
    package var codePin: String?
    package var nouveauMDP: String?
    /// A device's label, for action 2.
    package var libelle: String?
    package var mode: Int?
    package var avecIdentification: Bool?
    /// A device's label, for action 3.
    package var strIdentification: String?
    package var reinitPINOK: Bool?
    package var codePINVerifReinit: String?

    package init(action: Int) {
      self.action = action
    }

    package init(_ view: JSONView) throws(WireError) {
      action = try view.requiredInteger("action")
      codePin = view.text("codePin")
      nouveauMDP = view.text("nouveauMDP")
      libelle = view.label("libelle")
      mode = view.integer("mode")
      avecIdentification = view.optionalFlag("avecIdentification")
      strIdentification = view.label("strIdentification")
      reinitPINOK = view.optionalFlag("reinitPIN_OK")
      codePINVerifReinit = view.text("codePINVerifReinit")
    }

    package var json: JSONValue {
      .object(present: [
        "action": .integer(action),
        "codePin": codePin.map { .string($0) },
        "nouveauMDP": nouveauMDP.map { .string($0) },
        "libelle": libelle.map { .string($0) },
        "mode": mode.map { .integer($0) },
        "avecIdentification": avecIdentification.map { .bool($0) },
        "strIdentification": strIdentification.map { .string($0) },
        "reinitPIN_OK": reinitPINOK.map { .bool($0) },
        "codePINVerifReinit": codePINVerifReinit.map { .string($0) },
      ])
    }
  }
}
