import Foundation
import Testing

/// A CAS server that is not ours, and what it does differently where servers may differ (sso document a and e).
struct RealServer: Hashable, Sendable, CustomTestStringConvertible {
  /// The programs of `Servers`.
  enum Program: String, Sendable {
    case django = "django-cas-server-3.1.0"
    case lemonldap216 = "lemonldap-2.16"
    case lemonldap221 = "lemonldap-2.21"
  }

  let program: Program
  var usesTLS = false
  /// How long tickets live, in seconds.
  var ticketSeconds = 60
  /// How long LemonLDAP::NG takes a login for a fresh one, in seconds (its `portalForceAuthnInterval`).
  var freshSeconds = 2

  static let django = RealServer(program: .django)
  static let lemonldap216 = RealServer(program: .lemonldap216)
  static let lemonldap221 = RealServer(program: .lemonldap221)
  static let all = [django, lemonldap216, lemonldap221]
  static let encrypted = all.map { RealServer(program: $0.program, usesTLS: true) }
  /// Tickets live long enough to be used on a busy machine, and no longer than a test can wait.
  static let forgetful = all.map { RealServer(program: $0.program, ticketSeconds: 3) }
  /// Every login of a test is a fresh one.
  static let patient = [lemonldap216, lemonldap221].map { RealServer(program: $0.program, freshSeconds: 600) }

  var isLemonLDAP: Bool { program != .django }

  /// Whether there is `/samlValidate`. Without it, the page to sign in comes with status 200.
  var hasSAML: Bool { program != .lemonldap216 }

  /// The account of most tests, and another one.
  var user: String { isLemonLDAP ? "msmith" : "alice" }
  var otherUser: String { isLemonLDAP ? "rtyler" : "bob" }
  /// An account for wrong passwords, which one of the servers counts.
  var clumsyUser: String { isLemonLDAP ? "bforce" : "plain" }

  /// The mail address of the user, and the attribute that holds it.
  var mail: (attribute: String, value: String) {
    isLemonLDAP ? ("mail", "msmith@badwolf.org") : ("email", "alice@example.test")
  }

  /// How old a login has to be until it is no fresh one for `renew`. Django looks whether the password was typed.
  var freshness: Duration { isLemonLDAP ? .seconds(freshSeconds) + .milliseconds(1200) : .zero }

  /// How long to wait until a ticket is too old. LemonLDAP::NG counts whole seconds.
  var ticketLife: Duration { .seconds(ticketSeconds) + .milliseconds(1200) }

  /// Whether all proxies of a chain are listed; else only the last one.
  var listsWholeChain: Bool { isLemonLDAP }

  /// What follows the site's address in each declared service, and its rights.
  var services: [(path: String, rights: String)] {
    [
      ("/app", "proxy logout"), ("/backend", "proxy logout"), ("/plain", ""), ("/mail", "user=\(mail.attribute)"),
      ("/only", "only=\(otherUser)"),
    ]
  }

  var testDescription: String {
    program.rawValue + (usesTLS ? " over TLS" : "") + (ticketSeconds < 60 ? " with tickets of \(ticketSeconds) s" : "")
      + (freshSeconds > 2 ? " with fresh logins" : "")
  }

  /// It was asked for and is not there.
  struct Missing: Error, CustomStringConvertible {
    let server: String
    let reason: String
    var description: String { "\(server) is missing: \(reason)" }
  }

  /// The program that starts it, and its arguments for a site.
  ///
  /// - Throws: ``Missing`` with the reason that `Scripts/prepare-cas-servers` wrote down.
  func command(
    for site: String?,
    in folder: String = Judges.folder ?? ""
  ) throws -> (program: String, arguments: [String]) {
    let place = "\(folder)/\(program.rawValue)"
    let reason = try? String(contentsOfFile: "\(place).missing", encoding: .utf8)
    let proof = isLemonLDAP ? "\(place)/root" : "\(place)/empty.sqlite3"
    guard reason == nil, FileManager.default.fileExists(atPath: proof) else {
      throw Missing(server: program.rawValue, reason: reason ?? "run Scripts/prepare-cas-servers")
    }
    var arguments = (usesTLS ? ["--tls"] : []) + ["--ticket-seconds", "\(ticketSeconds)"]
    if isLemonLDAP { arguments += ["--fresh-seconds", "\(freshSeconds)"] }
    if let site {
      for service in services { arguments += ["--service", "\(site)\(service.path) \(service.rights)"] }
    }
    guard isLemonLDAP else {
      return ("\(place)/bin/python", [Judges.server("django-cas-server")] + arguments)
    }
    return (Judges.server("lemonldap"), ["--root", proof] + arguments)
  }
}
