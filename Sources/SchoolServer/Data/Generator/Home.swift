/// Where somebody lives.
struct Home {
  /// The four lines of the address.
  let lines: String
  let postcode: String
  let city: String

  /// An invented home.
  init(_ random: inout SeededGenerator) {
    let second = random.chance(15) ? "Appartement \(random.number(in: 1...48))" : ""
    lines = "\(random.number(in: 1...140)) \(random.pick(PersonNames.streets))\n\(second)\n\n"
    (postcode, city) = random.pick(PersonNames.towns)
  }
}
