import PronoteWire

/// What a new password has to fulfil, as the server says (session document 9.1).
public struct PasswordRules: Sendable, Hashable {
  /// One demand. An open set; the numbers are the protocol's.
  public struct Demand: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: Int

    /// What a number stands for, with or without a constant here.
    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// At least one letter.
    public static let letter = Demand(rawValue: 0)
    /// At least one digit.
    public static let digit = Demand(rawValue: 1)
    /// At least one character that is neither.
    public static let specialCharacter = Demand(rawValue: 2)
    /// Upper and lower case.
    public static let bothCases = Demand(rawValue: 3)
    /// Different from the user name.
    public static let differsFromLogin = Demand(rawValue: 4)
  }

  /// The shortest length, in characters.
  public var minimumLength: Int
  /// The greatest length, in characters; nil for none.
  public var maximumLength: Int?
  /// What it has to hold.
  public var demands: [Demand]

  init(_ rules: Authentification.ReglesSaisieMDP) {
    minimumLength = rules.min
    maximumLength = rules.max > 0 ? rules.max : nil
    demands = rules.regles.map(Demand.init(rawValue:))
  }

  /// Why a password does not do; nil when it does as far as can be told here. The server has the last word.
  public func objection(to password: String, username: String) -> String? {
    if password.count < minimumLength { return "shorter than \(minimumLength) characters" }
    if let maximumLength, password.count > maximumLength { return "longer than \(maximumLength) characters" }
    for demand in demands {
      switch demand {
      case .letter where !password.contains(where: \.isLetter): return "without a letter"
      case .digit where !password.contains(where: \.isNumber): return "without a digit"
      case .specialCharacter where password.allSatisfy({ $0.isLetter || $0.isNumber }):
        return "without a special character"
      case .bothCases where !password.contains(where: \.isUppercase) || !password.contains(where: \.isLowercase):
        return "without both upper and lower case"
      case .differsFromLogin where password.lowercased() == username.lowercased(): return "the same as the user name"
      default: continue
      }
    }
    return nil
  }
}

extension PasswordRules {
  /// The rules in words: `8 to 64 characters, a letter, a digit`.
  public var summary: String {
    let length = maximumLength.map { "\(minimumLength) to \($0) characters" } ?? "\(minimumLength) characters or more"
    let words = demands.compactMap { demand -> String? in
      switch demand {
      case .letter: "a letter"
      case .digit: "a digit"
      case .specialCharacter: "a special character"
      case .bothCases: "upper and lower case"
      case .differsFromLogin: "not the user name"
      default: nil
      }
    }
    return ([length] + words).joined(separator: ", ")
  }
}
