extension VaultError: CustomStringConvertible {
  /// The message and the code, and the file where the message does not name it.
  public var description: String {
    "\(message) (\(code)\(path.isEmpty || message.contains(path) ? "" : ", \(path)"))"
  }
}

extension VaultError.Code: CustomStringConvertible {
  /// The name.
  public var description: String { rawValue }
}

extension BudgetError.Code: CustomStringConvertible {
  /// The name.
  public var description: String { rawValue }
}
