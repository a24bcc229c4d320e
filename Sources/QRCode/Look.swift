/// One way to look at a picture for codes.
struct Look: Sendable {
  /// Light codes on a dark ground.
  var isInverted = false
  /// The least contrast counts, noise too.
  var isFaint = false
}
