import Foundation
import LemonLDAP
import WebSession

/// Pages that real portals sent. They lie beside the checkout in `../shared`, and are absent elsewhere.
enum Samples {
  static let folder =
    (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    .deletingLastPathComponent().appendingPathComponent("shared/samples/lemonldap")

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("transcript.md").path)
  }

  /// The names of a release's pages, without their ending.
  static func pages(of release: String) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(release).path)
    return Set(names.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) })
  }

  static func bytes(_ release: String, _ page: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent("\(release)/\(page).html")))
  }

  /// A page as the client reads it.
  static func page(_ release: String, _ page: String) throws -> PortalPage {
    let port = release == "2.16" ? 19016 : 19021
    guard let address = WebAddress("http://127.0.0.1:\(port)/") else { throw CocoaError(.fileNoSuchFile) }
    return PortalPage(
      WebResponse(
        status: 200,
        headers: [("Content-Type", "text/html")],
        body: try bytes(release, page),
        address: address
      )
    )
  }
}
