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
  let usesTLS: Bool

  static let django = RealServer(program: .django, usesTLS: false)
  static let lemonldap216 = RealServer(program: .lemonldap216, usesTLS: false)
  static let lemonldap221 = RealServer(program: .lemonldap221, usesTLS: false)
  static let all = [django, lemonldap216, lemonldap221]
  static let encrypted = [
    RealServer(program: .django, usesTLS: true), RealServer(program: .lemonldap216, usesTLS: true),
    RealServer(program: .lemonldap221, usesTLS: true),
  ]

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
  var freshness: Duration { isLemonLDAP ? .milliseconds(3200) : .zero }

  /// Whether all proxies of a chain are listed; else only the last one.
  var listsWholeChain: Bool { isLemonLDAP }

  /// What follows the site's address in each declared service, and its rights.
  var services: [(path: String, rights: String)] {
    [
      ("/app", "proxy logout"), ("/backend", "proxy logout"), ("/plain", ""), ("/mail", "user=\(mail.attribute)"),
      ("/only", "only=\(otherUser)"),
    ]
  }

  var testDescription: String { program.rawValue + (usesTLS ? " over TLS" : "") }

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
    var arguments = usesTLS ? ["--tls"] : []
    if let site {
      for service in services { arguments += ["--service", "\(site)\(service.path) \(service.rights)"] }
    }
    guard isLemonLDAP else {
      return ("\(place)/bin/python", [Judges.server("django-cas-server")] + arguments)
    }
    return (Judges.server("lemonldap"), ["--root", proof] + arguments)
  }
}
