package import PronoteWire
import SchoolModel
package import SchoolServer

extension SchoolAddress {
  /// The line that `trousse school serve` prints. Its accounts are invented, and so are their passwords.
  package var json: JSONValue {
    [
      "pronote": .string(root),
      "portal": .null,
      "cas": .string(cas),
      "version": .string(version),
      "accounts": .array(
        accounts.map { account in
          [
            "space": .string(account.space.name),
            "username": .string(account.username),
            "password": .string(account.password),
            "note": .string(account.note),
          ]
        }
      ),
    ]
  }
}
