import Foundation
import WebSession

/// Everything that a store has to keep of an account, its tokens in the clear: what this writes has to be protected.
///
/// Dates are written as the encoder's strategy says; `FileCredentialStore` takes seconds since 1970.
extension StoredAccount: Codable {
  /// The version that is written, in the member `version`. Later ones are refused.
  static let version = 2

  private enum Key: String, CodingKey {
    case version, id, details, created, device, browserIdentity, token, previousToken, journal
  }

  /// Reads a stored account.
  ///
  /// - Throws: ``VaultError`` with code `newerFormat` for an account that a later version wrote; `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let version = try values.decode(Int.self, forKey: .version)
    let id = try values.decode(String.self, forKey: .id)
    guard version <= StoredAccount.version else {
      throw VaultError(.newerFormat, "account '\(id)' was written by a later version of this program", path: id)
    }
    self.init(
      id: id,
      details: try values.decode(AccountDetails.self, forKey: .details),
      created: try values.decode(Date.self, forKey: .created),
      deviceID: try values.decode(String.self, forKey: .device),
      token: Secret(try values.decode(String.self, forKey: .token))
    )
    guard abs(created.timeIntervalSince1970) < 1e11 else {
      throw DecodingError.dataCorruptedError(forKey: .created, in: values, debugDescription: "not a time")
    }
    browserIdentity = try values.decodeIfPresent(String.self, forKey: .browserIdentity)
    previousToken = try values.decodeIfPresent(String.self, forKey: .previousToken).map { Secret($0) }
    journal = try values.decode(TokenJournal.self, forKey: .journal)
  }

  /// Writes the account down, its tokens in the clear.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(StoredAccount.version, forKey: .version)
    try values.encode(id, forKey: .id)
    try values.encode(details, forKey: .details)
    try values.encode(created, forKey: .created)
    try values.encode(deviceID, forKey: .device)
    try values.encodeIfPresent(browserIdentity, forKey: .browserIdentity)
    try values.encode(token.reveal(), forKey: .token)
    try values.encodeIfPresent(previousToken?.reveal(), forKey: .previousToken)
    try values.encode(journal, forKey: .journal)
  }
}
