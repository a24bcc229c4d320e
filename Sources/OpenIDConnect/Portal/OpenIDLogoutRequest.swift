public import WebSession

/// A request to sign out at the provider (OpenID Connect RP-Initiated Logout).
public struct OpenIDLogoutRequest: Sendable {
  /// Where the browser goes. It holds the ID token: keep it out of logs.
  public let url: WebAddress
  /// Where the provider sends the browser afterwards; nil leaves it there.
  public let returnURI: String?
  /// A random text that comes back with the browser.
  public let state: String

  /// Whether an address is the one to come back to, with this request's state.
  public func isAnswered(by address: String) -> Bool {
    guard let returnURI, let fields = ReturnAddress(text: returnURI).fields(addedIn: address) else { return false }
    let states = fields.filter { $0.name == "state" }
    return states.count == 1 && states[0].value?.isEqualInConstantTime(to: state) == true
  }
}

extension OpenIDLogoutRequest: CustomStringConvertible, CustomReflectable {
  /// The address without its query.
  public var description: String { "sign-out at \(url.withoutQuery)" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["url": url.withoutQuery.description]) }
}
