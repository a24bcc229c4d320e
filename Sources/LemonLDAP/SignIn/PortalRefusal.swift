/// What a portal said no with. The sign-in is over; start another one with ``LemonLDAPPortal/signIn(username:password:remembering:trusted:)``.
public struct PortalRefusal: Sendable, Hashable {
  /// The portal's code; nil when it gave a text only.
  public var code: PortalCode?
  /// What it means, in English, or the administrator's own text.
  public var text: String
  /// How long the portal wants a pause, in seconds (code 86); nil when it says nothing.
  public var waitSeconds: Int?
  /// Where in the sign-in it was: `password`, `code`, `trusted browser`, ….
  public var step: String
  /// Whether the portal has forgotten this browser: the kept registration is worth nothing any more.
  public var lostTrust = false

  /// What to do about it, in English; empty when there is nothing to do.
  public var advice: String { code?.advice ?? PortalCode.Advice.askThePortal.rawValue }

  init(_ page: PortalPage, step: String) {
    code = page.code
    text = page.code?.text ?? ""
    waitSeconds = page.waitSeconds
    self.step = step
  }

  init(text: String, step: String) {
    self.text = text.isEmpty ? "the portal shows a page of information and gives no session" : text
    self.step = step
  }
}

extension PortalRefusal: CustomStringConvertible {
  /// The step, what it means, the code, the pause.
  public var description: String {
    let number = code.map { ", \($0)" } ?? ""
    let pause = waitSeconds.map { ", wait \($0) seconds" } ?? ""
    return "\(step): \(text)\(number)\(pause)"
  }
}
