/// Why a service wants whoever is signed in to sign in again (sso document c.3, codes 85 and 102).
enum PortalRenewal: Sendable {
  /// The sign-in is too old.
  case newer
  /// The sign-in is not strong enough.
  case stronger

  /// Where the form goes.
  var action: String { self == .newer ? "/renewsession" : "/upgradesession" }

  /// What the page says, by its key.
  var question: String { self == .newer ? "askToRenew" : "askToUpgrade" }

  /// What its button says, by its key.
  var button: String { self == .newer ? "renewSession" : "upgradeSession" }

  /// In words.
  var text: String {
    self == .newer ? "The application wants you to sign in again." : "The application wants a stronger sign-in."
  }
}
