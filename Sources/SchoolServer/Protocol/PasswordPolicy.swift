import PronoteWire
import SchoolModel

/// What a password of this school has to fulfil (`reglesSaisieMDP`, session document 9.1).
struct PasswordPolicy: Sendable {
  private static let minimumLength = 8
  private static let maximumLength = 32

  /// One demand, by its number on the wire.
  private enum Demand: Int, CaseIterable {
    case letter = 0
    case digit = 1
    case bothCases = 3
    case differsFromLogin = 4
  }

  private let demands: [Demand]

  init(profile: WireProfile) {
    // The last demand is newer than the others.
    demands = Demand.allCases.filter { $0 != .differsFromLogin || !profile.lacksPINReset }
  }

  /// The rules as they are sent.
  var rules: Authentification.ReglesSaisieMDP {
    .init(min: PasswordPolicy.minimumLength, max: PasswordPolicy.maximumLength, regles: demands.map(\.rawValue))
  }

  /// Whether an account may have this password from now on. What the rules do not say: it is a new one, and has no blanks
  /// at its ends, which clients cut off.
  func accepts(_ password: String, for account: AccountRecord) -> Bool {
    guard (PasswordPolicy.minimumLength...PasswordPolicy.maximumLength).contains(password.count) else { return false }
    guard password != account.password, password == password.trimmingBlanks else { return false }
    return demands.allSatisfy { demand in
      switch demand {
      case .letter: password.contains(where: \.isLetter)
      case .digit: password.contains(where: \.isNumber)
      case .bothCases: password.contains(where: \.isUppercase) && password.contains(where: \.isLowercase)
      case .differsFromLogin: password.lowercased() != account.login.lowercased()
      }
    }
  }
}
