import WebSession

extension PortalSession: CustomStringConvertible, CustomReflectable {
  /// Whose session it is: `PortalSession(lou, https://auth.example.org/)`.
  public var description: String { "PortalSession(\(username), \(portal.address))" }
  /// What can be read, and none of the cookies.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "portal": portal.address.description, "username": username, "isTrusted": trustedBrowser != nil,
        "lostTrust": lostTrust, "information": information as Any, "clockDrift": clockDrift as Any,
      ]
    )
  }
}

extension LemonLDAPPortal: CustomStringConvertible, CustomReflectable {
  /// The address: `LemonLDAPPortal(https://auth.example.org/)`.
  public var description: String { "LemonLDAPPortal(\(address))" }
  /// The address and the settings.
  public var customMirror: Mirror {
    Mirror(self, children: ["address": address.description, "deadline": configuration.deadline])
  }
}

extension TrustedBrowser: CustomStringConvertible, CustomReflectable {
  /// Whom the portal knows it as: `TrustedBrowser(lou)`. None of the secrets.
  public var description: String { "TrustedBrowser(\(username ?? "of an unknown user"))" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["username": username as Any]) }
}
