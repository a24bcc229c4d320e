extension Authentification {
  /// What a new password has to fulfil (session document 9.1).
  package struct ReglesSaisieMDP: WireMessage, Hashable {
    package var min: Int
    /// 0 for no limit.
    package var max: Int
    /// 0 a letter, 1 a digit, 2 a special character, 3 upper and lower case, 4 different from the login.
    package var regles: [Int]

    package init(min: Int, max: Int, regles: [Int]) {
      self.min = min
      self.max = max
      self.regles = regles
    }

    package init(_ view: JSONView) throws(WireError) {
      min = view.integer("min") ?? 0
      max = view.integer("max") ?? 0
      regles = view.numbers("regles") ?? []
    }

    package var json: JSONValue {
      ["min": .integer(min), "max": .integer(max), "regles": .wireSet(regles)]
    }
  }
}
