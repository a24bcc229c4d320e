import PronoteWire
import SchoolModel

extension PronoteSession {
  /// Makes a code with which another device can be paired, once and within ten minutes. One request.
  ///
  /// - Throws: ``PronoteError``: `notPublished`, `accessDenied`, `sessionExpired`, ….
  public func makePairingCode(pin: PairingPIN) async throws -> PairingCode {
    let response = try await read(JetonAppliMobile.self, tab: Tab.home, student: nil) { _ in
      JetonAppliMobile.Request(code: pin.digits)
    }
    return try PairingCode(response, url: "\(school.root)/mobile.\(space.rawValue).html")
  }
}
