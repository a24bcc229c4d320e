/// SplitMix64: the same numbers in every run, so that a failure of a random test comes back.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}

extension SeededGenerator {
  /// Changes, removes or inserts up to three bytes.
  mutating func mutate(_ bytes: [UInt8], alphabet: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      let letter = alphabet.randomElement(using: &self) ?? 0
      guard !bytes.isEmpty else { return [letter] }
      let index = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<3, using: &self) {
      case 0: bytes[index] = letter
      case 1: bytes.remove(at: index)
      default: bytes.insert(letter, at: index)
      }
    }
    return bytes
  }
}
