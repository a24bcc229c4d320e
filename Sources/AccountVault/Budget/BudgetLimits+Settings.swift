extension BudgetLimits {
  private static let settings: [LimitSetting] = [
    .number("spacing", \.spacing), .number("perHour", \.perHour), .number("burst", \.burst),
    .count("perDay", \.perDay), .count("loginsPerDay", \.loginsPerDay),
    .count("failedLoginsPerDay", \.failedLoginsPerDay), .count("accountsPerHost", \.accountsPerHost),
    .number("hold", \.hold), .number("rateLimitBackOff", \.rateLimitBackOff), .number("backOff", \.backOff),
    .number("sessionSilence", \.sessionSilence),
    .flag("appliesToLoopback", \.appliesToLoopback),
    LimitSetting(name: "quietHours") { limits, text in
      limits.quietHours = QuietHours(text)
      return text == "off" || limits.quietHours != nil
    } text: {
      $0.quietHours?.description ?? "off"
    },
    .flag("restsInHolidays", \.restsInHolidays),
  ]

  /// The names of all limits, in the order in which they are shown.
  public static let names = settings.map(\.name)

  /// The value of the limit with a name, as ``set(_:to:)`` takes it.
  public func text(of name: String) -> String? {
    BudgetLimits.settings.first { $0.name == name }?.text(self)
  }

  /// Sets the limit with a name: `spacing` and the other numbers, `quietHours` to `22:00-06:00` or `off`,
  /// `restsInHolidays` and `appliesToLoopback` to `on` or `off`.
  ///
  /// - Throws: ``VaultError`` with code `badSetting`: no such limit, no such value, or more than ``bounded`` allows.
  public mutating func set(_ name: String, to text: String) throws(VaultError) {
    guard let setting = BudgetLimits.settings.first(where: { $0.name == name }) else {
      throw VaultError(
        .badSetting,
        "there is no limit '\(name)'; there are: \(BudgetLimits.names.joined(separator: ", "))",
        path: name
      )
    }
    var changed = self
    guard setting.take(&changed, text) else {
      throw VaultError(.badSetting, "'\(text)' is no value for \(name), such as \(setting.text(.standard))", path: name)
    }
    guard changed.bounded == changed else {
      let most = setting.text(changed.bounded)
      throw VaultError(.badSetting, "\(name) cannot be set to \(text): \(most) is as far as it goes", path: name)
    }
    self = changed
  }
}

/// One limit under the name that people set it by.
private struct LimitSetting: Sendable {
  typealias Path<Value> = any WritableKeyPath<BudgetLimits, Value> & Sendable

  var name: String
  /// Takes a value; false when it makes no sense.
  var take: @Sendable (inout BudgetLimits, String) -> Bool
  var text: @Sendable (BudgetLimits) -> String

  static func number(_ name: String, _ path: Path<Double>) -> Self {
    Self(name: name) { limits, text in
      guard let value = Double(text), value.isFinite, value >= 0 else { return false }
      limits[keyPath: path] = value
      return true
    } text: { limits in
      let value = limits[keyPath: path]
      return Int(exactly: value).map(String.init) ?? String(value)
    }
  }

  static func count(_ name: String, _ path: Path<Int>) -> Self {
    Self(name: name) { limits, text in
      guard let value = Int(text), value >= 0 else { return false }
      limits[keyPath: path] = value
      return true
    } text: {
      String($0[keyPath: path])
    }
  }

  static func flag(_ name: String, _ path: Path<Bool>) -> Self {
    Self(name: name) { limits, text in
      guard ["on", "off"].contains(text) else { return false }
      limits[keyPath: path] = text == "on"
      return true
    } text: {
      $0[keyPath: path] ? "on" : "off"
    }
  }
}
