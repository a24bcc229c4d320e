import Synchronization

/// The faults of a running school, and how often each of them could have struck.
final class FaultPlan: Sendable {
  private let faults: [Fault]
  /// How many answers each fault was asked about.
  private let occasions: Mutex<[Int: Int]>

  init(_ faults: [Fault]) {
    self.faults = faults
    occasions = Mutex([:])
  }

  /// The number of a fault that has one.
  func number(_ kind: Fault.Kind) -> Int? {
    faults.last { $0.kind == kind }.flatMap { Int($0.value) }
  }

  /// The text of a fault.
  func text(_ kind: Fault.Kind) -> String? {
    faults.last { $0.kind == kind }?.value
  }

  /// Whether a fault strikes a function now. Counts as one occasion.
  func strikes(_ kind: Fault.Kind, function: String) -> Bool {
    for (index, fault) in faults.enumerated() where fault.kind == kind && fault.value == function {
      let occasion = occasions.withLock { occasions in
        occasions[index, default: 0] += 1
        return occasions[index, default: 0]
      }
      let isDue = occasion <= fault.times ?? .max && occasion % (fault.interval ?? 1) == 0
      if isDue { return true }
    }
    return false
  }
}
