package import Foundation

extension School {
  /// Mainland France.
  package static let mainland = TimeZone(identifier: "Europe/Paris") ?? .gmt

  /// Departments and territories overseas, by the first three digits of a school's number (code UAI).
  private static let overseas: [String: String] = [
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
    "983": "Pacific/Noumea",
    "984": "Pacific/Tahiti",
    "986": "Pacific/Wallis",
  ]

  /// New Caledonia, which servers flag by themselves (`pourNouvelleCaledonie`).
  package static let newCaledonia = TimeZone(identifier: "Pacific/Noumea") ?? .gmt

  /// The zone that a host's school number stands for (`9720695r.index-education.net`), mainland France without one.
  package static func timeZone(ofHost host: String) -> TimeZone {
    let number = host.prefix { $0 != "." }
    guard number.count == 8, number.prefix(7).allSatisfy({ $0.isASCII && $0.isNumber }), number.last?.isLetter == true,
      let name = overseas[String(number.prefix(3))], let zone = TimeZone(identifier: name)
    else { return mainland }
    return zone
  }
}
