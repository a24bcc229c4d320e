extension String {
  /// Whether two texts are the same, in a time that does not tell where they differ. It tells whether the lengths do.
  func isEqualInConstantTime(to other: String) -> Bool {
    let (left, right) = (Array(utf8), Array(other.utf8))
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, two) in zip(left, right) { difference |= one ^ two }
    return difference == 0
  }
}
