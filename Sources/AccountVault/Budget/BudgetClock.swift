/// What time it is for budgets, and how they wait. Tests bring their own.
package struct BudgetClock: Sendable {
  /// Seconds since 1970.
  package var now: @Sendable () -> Double
  /// Waits.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A number from 0 to 1, by which waiting times vary.
  package var jitter: @Sendable () -> Double

  /// A clock of these parts.
  package init(
    now: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    jitter: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.sleep = sleep
    self.jitter = jitter
  }
}
