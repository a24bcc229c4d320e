import AccountVault
import SchoolTesting
import Testing

@Suite struct `The limits of a vault` {
  private let vault = AccountVault(store: InMemoryCredentialStore())

  @Test func `are the standard ones until they are set, and again when that is taken back`() async throws {
    #expect(try await vault.budgetLimits() == .standard)
    try await vault.setBudgetLimit("perDay", to: "3000")
    try await vault.setBudgetLimit("quietHours", to: "off")
    try await vault.setBudgetLimit("appliesToLoopback", to: "on")
    var expected = BudgetLimits.standard
    (expected.perDay, expected.quietHours, expected.appliesToLoopback) = (3000, nil, true)
    #expect(try await vault.budgetLimits() == expected)
    for name in ["perDay", "quietHours", "appliesToLoopback"] { try await vault.setBudgetLimit(name, to: nil) }
    #expect(try await vault.budgetLimits() == .standard)
  }

  @Test(arguments: [
    ("perDay", "20001"), ("perDay", "-1"), ("perDay", "many"), ("spacing", "0.05"), ("spacing", "nan"),
    ("loginsPerDay", "241"), ("failedLoginsPerDay", "10"), ("hold", "0"), ("backOff", "0"), ("rateLimitBackOff", "1"),
    ("quietHours", "never"), ("restsInHolidays", "yes"), ("nothing", "1"), ("perHour", "inf"),
    ("hold", "1e300"), ("spacing", "1e19"), ("backOff", "1e300"), ("rateLimitBackOff", "1e19"), ("perHour", "0"),
    ("burst", "0"), ("accountsPerHost", "31"), ("sessionSilence", "1e9"),
  ])
  func `cannot be taken away, or set to nonsense`(name: String, value: String) async throws {
    let error = await #expect(throws: VaultError.self) { try await vault.setBudgetLimit(name, to: value) }
    #expect(error?.code == .badSetting)
    #expect(try await vault.budgetLimits() == .standard)
  }

  @Test func `are written as they are read`() throws {
    for name in BudgetLimits.names {
      var limits = BudgetLimits.standard
      try limits.set(name, to: try #require(limits.text(of: name)))
      #expect(limits == .standard)
    }
  }

  @Test func `stay at the standard where what is stored makes no sense`() async throws {
    try await vault.store.saveBudgetState(
      Array(#"{"perDay":"999999999","later":"1","burst":"30"}"#.utf8),
      for: "limits",
      surviving: .process
    )
    var expected = BudgetLimits.standard
    expected.burst = 30
    #expect(try await vault.budgetLimits() == expected)
    try await vault.store.saveBudgetState([1, 2, 3], for: "limits", surviving: .process)
    #expect(try await vault.budgetLimits() == .standard)
  }
}
