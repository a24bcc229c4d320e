/// What went wrong, at which step, and what was seen there.
///
/// A cause is named only when it was observed: "your address is suspended" only when the server said so, "wrong
/// password" only when the proof of the password failed and the dialect was certain.
///
/// ```swift
/// do {
///   let timetable = try await session.timetable(for: student, in: week)
/// } catch let error as PronoteError where error.code == .rateLimited {
///   try await Task.sleep(for: error.retryAfter ?? .seconds(3600))
/// }
/// ```
public struct PronoteError: Error, Sendable {
  /// The kind of failure. An open set: compare with the constants, and expect others.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The value that stands for it in texts or on the wire.
    public let rawValue: String

    /// What a value stands for, with or without a constant here.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The raw value.
    public var description: String { rawValue }
  }

  /// What was observed. Never holds a secret or a query string.
  public struct Facts: Sendable, Hashable {
    /// The step of the protocol, such as `Identification` or `session page`.
    public var step: String?
    /// The host that was asked.
    public var host: String?
    /// The status of the HTTP answer.
    public var httpStatus: Int?
    /// The server's own error number (`G`).
    public var serverCode: Int?
    /// The server's own title (`Titre`).
    public var serverTitle: String?
    /// The server's own text (`Message`).
    public var serverMessage: String?
    /// The kind of page that came where nobody expected it: title, form actions and field names.
    public var page: String?
    /// How many more logins may fail today, after one that did; nil where no budget counts them.
    public var failedLoginsLeft: Int?

    /// Nothing observed yet.
    public init(
      step: String? = nil,
      host: String? = nil,
      httpStatus: Int? = nil,
      serverCode: Int? = nil,
      serverTitle: String? = nil,
      serverMessage: String? = nil
    ) {
      self.step = step
      self.host = host
      self.httpStatus = httpStatus
      self.serverCode = serverCode
      self.serverTitle = serverTitle
      self.serverMessage = serverMessage
    }
  }

  /// The kind of failure.
  public var code: Code

  /// One sentence for people.
  public var message: String

  /// What was observed.
  public var facts: Facts

  /// How long to wait before trying again, when trying again makes sense at all: what the server asked for
  /// (`Retry-After`), otherwise a suggestion. PRONOTE itself does not say.
  public var retryAfter: Duration?

  /// The error underneath.
  public var cause: (any Error)?

  /// An error with these facts.
  public init(
    _ code: Code,
    _ message: String,
    facts: Facts = Facts(),
    retryAfter: Duration? = nil,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.facts = facts
    self.retryAfter = retryAfter
    self.cause = cause
  }
}

extension PronoteError: CustomStringConvertible {
  /// The step, the host, the message, the codes and the pause in one line:
  /// `Identification at school.example: too many attempts (rateLimited, HTTP 429, try again in 60 s)`.
  public var description: String {
    let place = [facts.step, facts.host.map { "at \($0)" }].compactMap(\.self).joined(separator: " ")
    let codes = [
      code.rawValue, facts.httpStatus.map { "HTTP \($0)" }, facts.serverCode.map { "server code \($0)" },
      retryAfter.map { "try again in \($0.components.seconds) s" },
    ]
    return (place.isEmpty ? "" : place + ": ") + "\(message) (\(codes.compactMap(\.self).joined(separator: ", ")))"
  }
}
