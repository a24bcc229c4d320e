package import PronoteWire
import SchoolModel
package import SchoolServer

extension SchoolAddress {
  /// The line that `trousse school serve` prints. Its accounts are invented, and so are their passwords.
  package var json: JSONValue {
    [
      "pronote": .string(root),
      "portal": portal.map { .string($0) } ?? .null,
      "cas": .string(cas),
      "version": .string(version),
      "accounts": .array(
        accounts.map { account in
          .object(present: [
            "space": account.space.map { .string($0.name) } ?? .null,
            "username": .string(account.username),
            "password": .string(account.password),
            "mail": account.mail.map { .string($0) },
            "totp": account.totp.map { .string($0) },
            "note": .string(account.note),
          ])
        }
      ),
    ]
  }
}
