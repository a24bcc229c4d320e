import Synchronization

/// The faults of a running school, and how often each of them has struck.
final class FaultPlan: Sendable {
  private let faults: [Fault]
  private let strikes: Mutex<[Int: Int]>

  init(_ faults: [Fault]) {
    self.faults = faults
    strikes = Mutex([:])
  }

  /// The number of a fault that has one.
  func number(_ kind: Fault.Kind) -> Int? {
    faults.last { $0.kind == kind }.flatMap { Int($0.value) }
  }

  /// The text of a fault.
  func text(_ kind: Fault.Kind) -> String? {
    faults.last { $0.kind == kind }?.value
  }

  /// Whether a fault strikes a function now. Counts as one strike when it does.
  func strikes(_ kind: Fault.Kind, function: String) -> Bool {
    for (index, fault) in faults.enumerated() where fault.kind == kind && fault.value == function {
      let isDue = strikes.withLock { strikes in
        let count = strikes[index, default: 0]
        guard count < fault.times ?? .max else { return false }
        strikes[index] = count + 1
        return true
      }
      if isDue { return true }
    }
    return false
  }
}
