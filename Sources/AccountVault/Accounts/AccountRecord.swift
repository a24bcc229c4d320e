import Foundation
import WebSession

/// The form in which an account stands in its file. Holds the tokens in the clear: never print one.
struct AccountRecord: Codable {
  static let version = 2

  var version: Int
  var id: String
  var details: AccountDetails
  var created: Date
  var device: String
  var browserIdentity: String?
  var token: String
  var previousToken: String?
  var journal: TokenJournal

  init(_ account: StoredAccount) {
    version = AccountRecord.version
    id = account.id
    details = account.details
    created = account.created
    device = account.deviceID
    browserIdentity = account.browserIdentity
    token = account.token.reveal()
    previousToken = account.previousToken?.reveal()
    journal = account.journal
  }

  var account: StoredAccount {
    var account = StoredAccount(id: id, details: details, created: created, deviceID: device, token: Secret(token))
    account.browserIdentity = browserIdentity
    account.previousToken = previousToken.map { Secret($0) }
    account.journal = journal
    return account
  }
}
