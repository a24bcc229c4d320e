import Foundation

/// The Flask guide's application in Swift: an open home page, `/login`, `/logout`, and a page for people who have signed
/// in through CAS.
@main
enum Entry {
  static func main() async {
    do {
      try await Site(configuration: .load()).run()
    } catch {
      let failure = SiteFailure(error)
      FileHandle.standardError.write(Data("cas-protected-site: \(failure.line)\n".utf8))
      exit(failure.status)
    }
  }
}
