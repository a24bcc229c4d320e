public import SchoolModel

/// Where a running school is, and who can sign in.
public struct SchoolAddress: Sendable {
  /// An account of the school. All of them are invented, so their passwords are no secrets.
  public struct Account: Sendable, Hashable {
    /// The space that it opens; nil for a user whom the portal alone knows.
    public var space: AccountSpace?
    /// The user name.
    public var username: String
    /// The password.
    public var password: String
    /// The address that the portal mails codes to.
    public var mail: String?
    /// The base32 secret of the portal's time-based codes.
    public var totp: String?
    /// What the account is for.
    public var note: String
  }

  /// The root of its PRONOTE, such as `http://127.0.0.1:40123/pronote`.
  public var root: String
  /// The address of its portal (ENT), such as `http://127.0.0.1:40124/`; nil without one.
  public var portal: String?
  /// The root of its CAS issuer, such as `http://127.0.0.1:40123/cas`.
  public var cas: String
  /// The version that it plays.
  public var version: String
  /// Its accounts.
  public var accounts: [Account]
}
