/// A way to look at a picture for codes; an empty one is as it is. The values are those of CZXing.h.
struct Look: OptionSet, Sendable {
  let rawValue: Int32

  /// Light codes on a dark ground.
  static let inverted = Look(rawValue: 1)
  /// Little contrast counts.
  static let faint = Look(rawValue: 2)
  /// Without noise.
  static let smoothed = Look(rawValue: 4)
  /// Twice as wide and high.
  static let enlarged = Look(rawValue: 8)
  /// Half as wide: a code seen from above or below is a square again.
  static let narrowed = Look(rawValue: 16)
  /// Half as high: a code seen from the side is a square again.
  static let flattened = Look(rawValue: 32)
}
