import Synchronization

/// The sign-ins of a school, the last thousand of them.
///
/// A sign-in is two calls, and a client whose secret does not open the challenge may leave out the second one: a sign-in
/// is kept from its first call on, and told to the observer when it has ended or nothing more has come for a while.
final class SignInJournal: Sendable {
  private static let capacity = 1000
  /// After how long a sign-in that was begun is told to the observer. Clients take milliseconds.
  private static let patience = Duration.seconds(2)

  private struct State {
    var ended: [SignInRecord] = []
    /// What was begun, by session, with the number of the beginning.
    var begun: [Int: (number: Int, record: SignInRecord)] = [:]
    var beginnings = 0

    mutating func end(_ record: SignInRecord) {
      ended.append(record)
      // By halves: moving everything for every single one would cost more.
      if ended.count >= 2 * capacity { ended.removeFirst(capacity) }
    }
  }

  private let observer: (@Sendable (SignInRecord) -> Void)?
  private let state = Mutex(State())

  init(observer: (@Sendable (SignInRecord) -> Void)?) {
    self.observer = observer
  }

  /// The last sign-ins, the newest last; those without an answer so far stand at the end.
  var records: [SignInRecord] {
    state.withLock { state in
      Array((state.ended + state.begun.values.sorted { $0.number < $1.number }.map(\.record)).suffix(Self.capacity))
    }
  }

  /// Notes the challenge of a session. An earlier one that has no answer will have none.
  func begin(_ record: SignInRecord, session: Int) {
    giveUp(session: session)
    let number = state.withLock { state in
      state.beginnings += 1
      // Sessions that are forgotten do not say so: of what is begun, no more is kept than of what has ended.
      if state.begun.count >= Self.capacity, let oldest = state.begun.min(by: { $0.value.number < $1.value.number }) {
        state.begun[oldest.key] = nil
        state.end(oldest.value.record)
      }
      state.begun[session] = (state.beginnings, record)
      return state.beginnings
    }
    guard observer != nil else { return }
    Task {
      try? await Task.sleep(for: Self.patience)
      giveUp(session: session, number: number)
    }
  }

  /// Notes how a sign-in ended.
  func end(_ record: SignInRecord, session: Int) {
    state.withLock { state in
      state.begun[session] = nil
      state.end(record)
    }
    observer?(record)
  }

  /// There will be no answer to the challenge of a session.
  func giveUp(session: Int, number: Int? = nil) {
    let record = state.withLock { state -> SignInRecord? in
      guard let begun = state.begun[session], number == nil || begun.number == number else { return nil }
      state.begun[session] = nil
      state.end(begun.record)
      return begun.record
    }
    if let record { observer?(record) }
  }
}
