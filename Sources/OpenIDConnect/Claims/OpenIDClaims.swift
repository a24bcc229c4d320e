/// What a provider says about a user (OpenID Connect Core 5.1). Prints names of claims only.
public struct OpenIDClaims: Sendable, Hashable {
  /// All claims by name.
  public let values: [String: ClaimValue]

  /// Claims of those values.
  public init(_ values: [String: ClaimValue]) {
    self.values = values
  }

  /// The claim of a name; nil without one.
  public subscript(_ name: String) -> ClaimValue? { values[name] }

  /// The whole name, `name`.
  public var name: String? { values["name"]?.string }
  /// The given name, `given_name`.
  public var givenName: String? { values["given_name"]?.string }
  /// The family name, `family_name`.
  public var familyName: String? { values["family_name"]?.string }
  /// The name that the user goes by, `preferred_username`. Not unique for ever, unlike the subject.
  public var preferredUsername: String? { values["preferred_username"]?.string }
  /// The mail address, `email`.
  public var email: String? { values["email"]?.string }
}

extension OpenIDClaims: CustomStringConvertible, CustomReflectable {
  /// The names of the claims.
  public var description: String { "claims \(values.keys.sorted().joined(separator: ", "))" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["names": values.keys.sorted()]) }
}
