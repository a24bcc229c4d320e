import PronoteWire

/// The second factor of one login: a PIN, then a name for the device (session document 9.2, actions 0, 2 and 3).
struct SecondFactorCheck: Sendable {
  /// `actionsDoubleAuth`: enter the PIN and register the device.
  static let enterPIN = 3
  private static let maximumTries = 3

  private let pin: String
  private let account: Int64
  private let database: SchoolDatabase
  private var tries = 0
  private var isPINProven = false

  /// Whether everything that was asked for was given.
  private(set) var isPassed = false

  /// The name that the device was given.
  private(set) var label: String?

  init(pin: String, account: Int64, database: SchoolDatabase) {
    self.pin = pin
    self.account = account
    self.database = database
  }

  /// Answers one action. The PIN is encrypted under the session key, whatever the session's flags.
  mutating func answer(_ payload: JSONView, cipher: SessionCipher) throws -> JSONValue {
    guard tries < SecondFactorCheck.maximumTries else { throw ServerRefusal.accessDenied }
    switch payload.integer("action") {
    case 0:
      isPINProven = proves(payload, cipher)
      if !isPINProven { tries += 1 }
      return ["result": .bool(isPINProven)]
    case 2:
      return ["dejaConnu": .bool(try database.isDeviceKnown(account: account, label: payload.label("libelle") ?? ""))]
    case 3:
      guard isPINProven, proves(payload, cipher), let name = payload.label("strIdentification"), name.count <= 30 else {
        throw ServerRefusal.accessDenied
      }
      isPassed = true
      label = name
      return .object([])
    default:
      throw ServerRefusal.cannotProcess
    }
  }

  private func proves(_ payload: JSONView, _ cipher: SessionCipher) -> Bool {
    payload.text("codePin").flatMap { try? cipher.decrypt(hex: $0) } == pin
  }
}
