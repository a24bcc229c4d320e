/// Whether a school stands behind its portal (ENT).
public enum PortalMode: String, Sendable, Hashable, CaseIterable {
  /// There is no portal.
  case off
  /// There is a portal for those who come from it; the pages of the spaces keep PRONOTE's own sign-in.
  case offered
  /// The pages of the spaces send everybody to the portal, but for `login=true` and the app.
  case required
}
