import LemonLDAP

/// Secrets that can be recognised wherever they turn up.
enum Marks {
  static let password = "markedPassword"
  static let code = "194837"
  static let cookie = "markedCookie"
  static let trust = "markedTrust"
  static let token = "1795154250_markedToken"
  static let ticket = "ST-markedTicket-0123456789abcdef"
  static let totpSecret = "mfrggzdfmztwq2lknnwg23tpobyxe43u"

  static let all = [password, code, cookie, trust, token, ticket, totpSecret]

  /// The marks that can be seen in a value, however it is printed.
  static func shown(by value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    let printed = [String(describing: value), String(reflecting: value), "\(value)", dumped].joined(separator: "\n")
    return all.filter { printed.lowercased().contains($0.lowercased()) }
  }
}
