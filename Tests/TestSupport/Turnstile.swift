/// Lets a few pass at a time, in the order in which they came.
///
/// Tests run all at once, and a machine with two processors that serves hundreds of schools serves none of them in time.
public actor Turnstile {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Lets `count` pass at a time.
  public init(_ count: Int) {
    free = count
  }

  /// Runs `body` when it is its turn.
  nonisolated public func pass<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    await enter()
    do {
      let result = try await body()
      await leave()
      return result
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
