/// What an element is ("genre"), for the kinds that this project tells apart.
///
/// From 57 upward, servers since 2025.1.3 number every kind one lower (functions document 1.8). A code is read through
/// the profile's shift and kept as a number when it has no name.
package struct ResourceKind: RawRepresentable, Sendable, Hashable {
  /// The number in the older, unshifted numbering.
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The kind of a number on the wire.
  package init(wire: Int, profile: WireProfile) {
    rawValue = profile.shiftsKinds && wire >= 57 ? wire &+ 1 : wire
  }

  /// The number on the wire.
  package func wire(_ profile: WireProfile) -> Int {
    profile.shiftsKinds && rawValue > 57 ? rawValue - 1 : rawValue
  }

  package static let schoolClass = ResourceKind(rawValue: 1)
  package static let group = ResourceKind(rawValue: 2)
  package static let teacher = ResourceKind(rawValue: 3)
  package static let student = ResourceKind(rawValue: 4)
  package static let guardian = ResourceKind(rawValue: 5)
  package static let subject = ResourceKind(rawValue: 16)
  package static let room = ResourceKind(rawValue: 17)
  package static let staff = ResourceKind(rawValue: 34)
  package static let partOfClass = ResourceKind(rawValue: 58)
  package static let gradedTest = ResourceKind(rawValue: 60)
}
