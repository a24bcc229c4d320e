import SchoolModel

/// The mail with the code that resets a PIN (session document 9.2, action 10). It goes to the page `mail.html`.
enum ResetMail {
  /// Makes a code of six digits and puts the mail with it into the box.
  static func send(to account: AccountRecord, in school: School) throws {
    let code = String(String(Int.random(in: 1_000_000...1_999_999)).dropFirst())
    let mail = MailRecord(
      recipient: try address(of: account, in: school),
      subject: "Réinitialisation de votre code PIN",
      text: "Votre code de vérification : \(code)",
      sent: school.configuration.now()
    )
    try school.database.addResetCode(code, account: account.key, mail: mail)
  }

  /// The address, mostly hidden: `j*****@eleve.example`.
  static func hiddenAddress(of account: AccountRecord, in school: School) throws -> String {
    let parts = try address(of: account, in: school).split(separator: "@", maxSplits: 1)
    return "\(parts.first?.prefix(1) ?? "")*****@\(parts.last ?? "")"
  }

  private static func address(of account: AccountRecord, in school: School) throws -> String {
    try school.database.person(account.person.key)?.email ?? ""
  }
}
