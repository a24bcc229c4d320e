/// Which slots of a day somebody or something is taken.
///
/// One bit for each of the 20 slots, by resource and day; a day is a weekday for the weekly timetable, or a day number.
struct Occupancy {
  /// Whose time it is.
  enum Resource: Hashable {
    case person(Int64)
    case schoolClass(Int64)
    case room(Int64)
    /// A student or a group that can be double-booked with its class.
    case group(Int64)
  }

  private struct Cell: Hashable {
    let resource: Resource
    let day: Int
  }

  private var masks: [Cell: UInt32] = [:]

  static func mask(slot: Int, duration: Int) -> UInt32 {
    duration <= 0 || slot < 0 || slot + duration > 32 ? 0 : ((1 << UInt32(duration)) - 1) << UInt32(slot)
  }

  func isFree(_ resource: Resource, day: Int, mask: UInt32) -> Bool {
    (masks[Cell(resource: resource, day: day)] ?? 0) & mask == 0
  }

  mutating func take(_ resource: Resource, day: Int, mask: UInt32) {
    masks[Cell(resource: resource, day: day), default: 0] |= mask
  }

  mutating func free(_ resource: Resource, day: Int, mask: UInt32) {
    masks[Cell(resource: resource, day: day), default: 0] &= ~mask
  }

  func taken(_ resource: Resource, day: Int) -> UInt32 {
    masks[Cell(resource: resource, day: day)] ?? 0
  }
}
