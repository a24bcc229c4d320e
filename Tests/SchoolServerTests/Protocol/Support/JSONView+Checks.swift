import PronoteWire

extension JSONView {
  /// The keys of an object.
  var keys: Set<String> { Set(members.map(\.name)) }

  /// The code of an envelope.
  var typeCode: Int? { isObject && count == 2 && self["V"] != nil ? self["_T"]?.int : nil }

  /// Which of some keys an object lacks.
  func missing(_ names: String...) -> [String] {
    names.filter { member($0) == nil }
  }

  /// Which of some keys the elements of a list lack, each with the place where it is missed.
  func missing(inEach list: StaticString, _ names: String...) -> [String] {
    guard let found = field(list), found.isArray else { return ["\(list)"] }
    return found.elements.enumerated().flatMap { index, element in
      names.filter { element.unwrapped.member($0) == nil }.map { "\(list)[\(index)].\($0)" }
    }
  }

  /// All ids in the value and below it, in order.
  var allIDs: [String] {
    if isArray { return elements.flatMap(\.allIDs) }
    return members.flatMap { name, value in
      name == "N" ? [value.string].compactMap(\.self) : value.allIDs
    }
  }
}
