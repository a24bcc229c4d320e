/// Something that an application wants to know. An open set: the portal has a key for each scope of the standard, and names
/// the others.
public struct ConsentItem: Hashable, Sendable {
  /// The portal's key: `yourIdentity`, `yourProfile`, `yourEmail`, `yourAddress`, `yourPhone`, `yourOffline`, or
  /// `anotherInformation`.
  public let key: String
  /// The scope, when the portal has no key for it.
  public let scope: String?

  /// An item.
  public init(key: String, scope: String? = nil) {
    self.key = key
    self.scope = scope
  }

  /// What it is, in English.
  public var text: String {
    switch key {
    case "yourIdentity": "your identity"
    case "yourProfile": "your profile"
    case "yourEmail": "your mail address"
    case "yourAddress": "your postal address"
    case "yourPhone": "your phone number"
    case "yourOffline": "access while you are away"
    default: scope.map { "another information: \($0)" } ?? key
    }
  }
}
