import Hummingbird
import SchoolModel

/// Stands at the pages of the spaces: who has to go to the portal, and who comes back from it (session document 13).
struct PortalGate: Sendable {
  /// What becomes of a request for a page.
  enum Answer: Sendable {
    /// The page, with PRONOTE's own sign-in.
    case open
    /// The page, which signs in by itself.
    case signIn(PortalLogin)
    /// A redirect.
    case leave(String)
    /// The ticket is bad, or its user has nothing to do in this space.
    case refuse
  }

  /// The cookies by which the app says what it is (session document 2.3).
  private enum Cookie {
    static let app = "appliMobile"
    static let pairing = "validationAppliMobile"
    static let device = "uuidAppliMobile"
  }

  private static let letters = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?@!$'()*+,;=%".utf8
  )

  let school: School

  func answer(_ request: Request, page: String, space: AccountSpace) async throws -> Answer {
    guard let portal = school.origins.portal, let origin = school.origins.school else { return .open }
    let query = PortalGate.pairs(of: request.uri.query ?? "")
    let cookies = RequestCookies(request.headers)
    // The address of the page as the school knows it, whatever the request says of its host.
    let own = query.filter { !$0.hasPrefix("ticket=") }
    let service = "\(origin)/pronote/\(page)" + (own.isEmpty ? "" : "?\(own.joined(separator: "&"))")
    if let ticket = query.last(where: { $0.hasPrefix("ticket=") }) {
      return try await comeBack(String(ticket.dropFirst(7)), for: service, space, device: device(cookies))
    }
    guard !query.contains(where: { $0 == "login=true" || $0.hasPrefix("identifiant=") || $0.hasPrefix("bydlg=") }),
      cookies[Cookie.app] != "1"
    else { return .open }
    let comesFromPortal = cookies[PortalExchange.sessionCookie] != nil || cookies[Cookie.pairing] != nil
    guard school.configuration.portalMode == .required || comesFromPortal else { return .open }
    return .leave("\(portal)cas/login?service=\(PortalGate.escape(service))")
  }

  /// The parts of a query, each as it stands but for what addresses may not hold.
  private static func pairs(of query: String) -> [String] {
    query.split(separator: "&").map { escape(String($0), keeping: letters) }
  }

  private static func escape(_ text: String, keeping letters: Set<UInt8> = Set("-._~".utf8)) -> String {
    var escaped = ""
    for byte in text.utf8 {
      let isPlain = letters.contains(byte) || Character(Unicode.Scalar(byte)).isASCIIWord
      let digits = String(byte, radix: 16, uppercase: true)
      escaped += isPlain ? String(Character(Unicode.Scalar(byte))) : "%" + (digits.count < 2 ? "0" : "") + digits
    }
    return escaped
  }

  /// The device that the app wants to be paired by this visit; nil for a browser, or with a wrong token.
  private func device(_ cookies: RequestCookies) -> String? {
    cookies[Cookie.pairing] == school.portalPairingToken ? cookies[Cookie.device] : nil
  }

  /// Spends a ticket, for exactly that page.
  private func comeBack(
    _ ticket: String,
    for service: String,
    _ space: AccountSpace,
    device: String?
  ) async throws -> Answer {
    let spent = try? await school.casIssuer.spend(ticket, for: service, acceptsProxyTickets: false, renews: false)
    guard let key = spent?.session.owner.account, let account = try school.database.account(key: key),
      account.space == space, !account.isDisabled
    else { return .refuse }
    return .signIn(PortalLogin(account: account, device: device))
  }
}

extension Character {
  /// A letter or a digit of ASCII.
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
