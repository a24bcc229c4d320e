import PronoteWire
import SchoolModel
import WebSession

extension PronoteClient {
  /// The constant of `bydlg` (session document 2.2).
  private static let delegation = "A6ABB224-12DD-4E31-AD3E-8A39A1C2C335"

  /// The spaces that have no mobile page (session document 2.1).
  private static let desktopOnly: Set<AccountSpace> = [.authority, .enrolment]

  /// A session page with everything that tells the dialect.
  struct FetchedPage: Sendable {
    var evidence: DialectEvidence
  }

  /// Fetches the page of a space, which opens a new session on the server. One request; two when neither the page nor
  /// its headers name a version.
  ///
  /// - Parameter isApp: whether the mobile page is asked for, as the app does: tokens belong to it.
  func sessionPage(
    of school: School,
    space: AccountSpace,
    isApp: Bool = false,
    with browser: Browser
  ) async throws -> FetchedPage {
    // `fd` stops redirections by device, `login` those to a central sign-in, and `bydlg`, a constant, is what the app
    // sends with its tokens (session document 2.2).
    let page =
      isApp && !PronoteClient.desktopOnly.contains(space)
      ? "mobile.\(space.rawValue).html?fd=1&bydlg=\(PronoteClient.delegation)&login=true"
      : "\(space.rawValue).html?fd=1&login=true"
    let address = try school.address(page)
    let response: WebResponse
    do {
      response = try await browser.send(.get(address), redirects: .sameOrigin(maximum: 5))
    } catch let error as WebError where error.code == .redirectRefused {
      throw PronoteError(
        .portalRequired,
        "the school sends its users to another site to sign in" + (error.host.map { " (\($0))" } ?? ""),
        cause: error
      )
    }
    var fetched = try read(response, facts: .init(host: school.host, httpStatus: response.status))
    if fetched.evidence.needsVersion, let info = try? await mobileInformation(of: school, with: browser) {
      fetched.evidence.infoVersion = info.version.isEmpty ? nil : ServerVersion(info.version)
    }
    return fetched
  }

  /// Reads a session page.
  ///
  /// - Throws: ``PronoteError`` for a page that is none.
  func read(_ response: WebResponse, facts: PronoteError.Facts) throws -> FetchedPage {
    switch try SessionPage.read(response.text) {
    case .error(let page):
      var facts = facts
      facts.page = HTMLPage(response.text).outline
      throw PronoteError(page, in: response, facts: facts)
    case .session(let page):
      return FetchedPage(
        evidence: DialectEvidence(
          start: page.start,
          pageVersion: page.version,
          headerVersion: response.header("Server").flatMap { SessionPage.version(in: $0) }
        )
      )
    }
  }
}
