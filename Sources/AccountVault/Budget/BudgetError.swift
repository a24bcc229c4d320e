/// Why a request is not sent now.
public struct BudgetError: Error, Sendable, CustomStringConvertible {
  /// The kind of limit. An open set.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name, stable.
    public let rawValue: String

    /// A kind of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The requests of the hour are used up.
    public static let hourly = Code(rawValue: "budgetHourly")
    /// The requests of the day are used up.
    public static let daily = Code(rawValue: "budgetDaily")
    /// The logins of the day are used up.
    public static let logins = Code(rawValue: "budgetLogins")
    /// Too many logins failed today.
    public static let failedLogins = Code(rawValue: "budgetFailedLogins")
    /// The server, or the network, said to wait.
    public static let onHold = Code(rawValue: "budgetOnHold")
    /// It is night at the school, and nobody watches the program.
    public static let quietHours = Code(rawValue: "budgetQuietHours")
    /// The school is on holiday, and nobody watches the program.
    public static let holidays = Code(rawValue: "budgetHolidays")
  }

  /// The kind of limit.
  public var code: Code
  /// One sentence for people.
  public var message: String
  /// When asking again makes sense.
  public var retryAfter: Duration

  /// A refusal.
  public init(_ code: Code, _ message: String, retryAfter: Duration) {
    self.code = code
    self.message = message
    self.retryAfter = retryAfter
  }

  /// In words.
  public var description: String { "\(message) (\(code.rawValue))" }
}
