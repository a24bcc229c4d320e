/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A copy with a few bytes changed, removed, doubled or taken from a list of interesting ones.
  mutating func mutate(_ seed: [UInt8]) -> [UInt8] {
    let interesting = Array("<>/&;#x!-='\"?:@[]%.,\0 \n".utf8) + [0x80, 0xa0, 0xc2, 0xe9, 0xff]
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &self) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes[index] = interesting.randomElement(using: &self) ?? 0
      case 2: bytes.remove(at: index)
      case 3: bytes.insert(interesting.randomElement(using: &self) ?? 0, at: index)
      case 4: bytes.insert(contentsOf: bytes[index...].prefix(8), at: index)
      default: bytes.removeLast(min(bytes.count, Int.random(in: 0...8, using: &self)))
      }
    }
    return bytes
  }
}
