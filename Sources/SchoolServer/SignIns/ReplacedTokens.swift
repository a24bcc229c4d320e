import Synchronization

/// The app tokens that newer ones have replaced, in memory only: what a client that signs in with one of them has missed.
final class ReplacedTokens: Sendable {
  private static let perDevice = 16
  private static let devices = 10_000

  private struct Device: Hashable {
    let account: Int64
    let uuid: String
  }

  private let tokens = Mutex<[Device: [String]]>([:])

  /// Notes which tokens of a device died when it was given others.
  func note(_ old: DeviceRecord?, replacedBy new: DeviceRecord) {
    guard let old else { return }
    let living = [new.token, new.pendingToken]
    let dead = [old.token, old.pendingToken].compactMap(\.self).filter { !living.contains($0) }
    guard !dead.isEmpty else { return }
    let device = Device(account: new.account, uuid: new.uuid)
    tokens.withLock { tokens in
      // Nobody tests with so many: rather than grow for ever, start again.
      if tokens.count >= Self.devices, tokens[device] == nil { tokens.removeAll() }
      tokens[device] = ((tokens[device] ?? []) + dead).suffix(Self.perDevice)
    }
  }

  /// The tokens of a device that were replaced, the newest last.
  func all(account: Int64, uuid: String) -> [String] {
    tokens.withLock { $0[Device(account: account, uuid: uuid)] ?? [] }
  }
}
