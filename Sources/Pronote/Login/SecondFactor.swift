/// What an account still wants before it opens ("double authentification").
///
/// ```swift
/// case .needsSecondFactor(let factor):
///   for step in factor.steps {
///     switch step {
///     case .enterPIN(let entry): try await entry.enter(AccountPIN("1234"))
///     case .nameDevice(let naming): try await naming.name("Lou's laptop")
///     default: throw Unexpected(step)
///     }
///   }
///   let session = try await factor.finish()
/// ```
public struct SecondFactor: Sendable {
  /// One thing that is wanted. An open set; the numbers are the protocol's (session document 9.1).
  public struct Action: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The value that stands for it in texts or on the wire.
    public let rawValue: Int

    /// What a value stands for, with or without a constant here.
    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Replace the password by one of one's own.
    public static let choosePassword = Action(rawValue: 0)
    /// Choose how the account is protected.
    public static let chooseProtection = Action(rawValue: 1)
    /// Choose a PIN, and register this device.
    public static let choosePIN = Action(rawValue: 2)
    /// Enter the PIN, and register this device.
    public static let enterPIN = Action(rawValue: 3)
    /// Reset the PIN, and register this device.
    public static let resetPIN = Action(rawValue: 4)
    /// Register this device.
    public static let registerDevice = Action(rawValue: 5)

    /// Whether the device gets a name with it.
    var registersDevice: Bool {
      [.choosePIN, .enterPIN, .resetPIN, .registerDevice].contains(self)
    }

    /// In words.
    public var description: String {
      switch self {
      case .choosePassword: "choose a password"
      case .chooseProtection: "choose how the account is protected"
      case .choosePIN: "choose a PIN"
      case .enterPIN: "enter the PIN"
      case .resetPIN: "reset the PIN"
      case .registerDevice: "register this device"
      default: "action \(rawValue)"
      }
    }
  }

  let login: PendingLogin

  /// What is wanted, in the server's order.
  public var actions: [Action] { login.actions }

  /// The same as steps to go through in their order.
  public var steps: [SecondFactorStep] { login.steps }

  /// Saves what was given and opens the account. Two requests.
  ///
  /// - Throws: ``PronoteError``: `needsSecondFactor` that names the steps which are left, and what any call may bring.
  public func finish() async throws -> PronoteSession {
    try await login.finish()
  }

  /// Whether this login can no longer be finished: it was, or it was given up after the third wrong PIN.
  public var isOver: Bool { get async { await login.isOver } }

  /// Leaves. One request.
  public func cancel() async {
    await login.cancel()
  }
}
