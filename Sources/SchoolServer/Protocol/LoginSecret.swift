import Foundation
import PronoteWire

/// What an Identification says that its password is, and what is wanted back (session document 7.1).
enum LoginSecret: Sendable {
  case password
  /// A password, to pair the device.
  case pairing(uuid: String)
  /// What the portal gave to the page, to pair the device.
  case portalPairing(uuid: String)
  /// The one-time token of a pairing code.
  case pairingCode(uuid: String)
  /// The token of a paired device.
  case token(uuid: String)

  init(_ request: Identification.Request) {
    let uuid = request.uuidAppliMobile
    self =
      if request.enConnexionAppliMobile {
        .token(uuid: uuid)
      } else if request.demandeConnexionAppliMobileJeton && request.demandeConnexionAppliMobile {
        .pairingCode(uuid: uuid)
      } else if request.demandeConnexionAppliMobile {
        .pairing(uuid: uuid)
      } else {
        .password
      }
  }

  /// The texts that would be right now, the one that the challenge is made with first. Empty when nothing can be.
  ///
  /// - Parameter time: now.
  func accepted(for account: AccountRecord, in database: SchoolDatabase, at time: Date) throws -> [String] {
    switch self {
    // PRONOTE knows no password of those who come through the portal.
    case .password: account.isPortalUser ? [] : [account.password]
    case .pairing(let uuid): uuid.isEmpty || account.isPortalUser ? [] : [account.password]
    // What the portal gave is good for one page, and that page's session knows it.
    case .portalPairing: []
    case .pairingCode(let uuid):
      uuid.isEmpty ? [] : try database.pairingCode(account: account.key, at: time).map { [$0] } ?? []
    case .token(let uuid):
      if let device = try database.device(account: account.key, uuid: uuid) {
        [device.token] + (device.pendingToken.map { [$0] } ?? [])
      } else {
        []
      }
    }
  }

  /// What a record of the sign-in calls it.
  var kind: SignInRecord.Secret {
    switch self {
    case .password: .password
    case .pairing: .pairing
    case .portalPairing: .portalPairing
    case .pairingCode: .pairingCode
    case .token: .appToken
    }
  }

  /// Whether a password pairs a device: that asks for the second factor whatever device it is.
  var isPairing: Bool {
    if case .pairing = self { true } else { false }
  }

  /// The device; nil for a browser.
  var uuid: String? {
    switch self {
    case .password: nil
    case .pairing(let uuid), .portalPairing(let uuid), .pairingCode(let uuid), .token(let uuid): uuid
    }
  }
}
