package import SchoolModel
package import struct Foundation.Decimal

/// How the fields of an answer are read. There is one path for "typed or bare", and every function uses it: the same
/// field comes in an envelope from one version and bare from the next (functions document 27).
extension JSONView {
  /// The value inside an envelope `{"_T": …, "V": …}` with exactly these two members; otherwise the value itself.
  package var unwrapped: JSONView {
    guard isObject, count == 2, self["_T"] != nil, let value = self["V"] else { return self }
    return value.isObject && value.count == 2 ? value.unwrapped : value
  }

  /// A member, unwrapped; nil when absent or null.
  package func field(_ name: StaticString) -> JSONView? {
    guard let value = self[name]?.unwrapped, !value.isNull else { return nil }
    return value
  }

  /// A member that has to be there.
  package func required(_ name: StaticString) throws(WireError) -> JSONView {
    guard let value = field(name) else { throw WireError(.missing, name.description, "absent") }
    return value
  }

  /// A text; numbers are taken as their digits.
  package func text(_ name: StaticString) -> String? {
    guard let value = field(name) else { return nil }
    return value.string ?? value.numberText
  }

  /// A text that says something: `""` and blanks count as absent.
  package func label(_ name: StaticString) -> String? {
    guard let text = text(name)?.trimmingBlanks, !text.isEmpty else { return nil }
    return text
  }

  /// A text that has to be there.
  package func requiredText(_ name: StaticString) throws(WireError) -> String {
    guard let text = text(name) else {
      throw field(name) == nil
        ? WireError(.missing, name.description, "absent") : WireError(.unexpected, name.description, "expected a text")
    }
    return text
  }

  /// An id: a text, or a number other than 0. Nil for "no object".
  package func id(_ name: StaticString) -> String? {
    guard let text = text(name), !text.isEmpty, text != "0" else { return nil }
    return text
  }

  /// A whole number, also when it comes as text.
  package func integer(_ name: StaticString) -> Int? {
    guard let value = field(name) else { return nil }
    return value.int ?? value.string.flatMap { Int($0.trimmingBlanks) }
  }

  /// A whole number that has to be there.
  package func requiredInteger(_ name: StaticString) throws(WireError) -> Int {
    guard let number = integer(name) else {
      throw field(name) == nil
        ? WireError(.missing, name.description, "absent")
        : WireError(.unexpected, name.description, "expected a whole number")
    }
    return number
  }

  /// A boolean; nil when it is absent.
  package func optionalFlag(_ name: StaticString) -> Bool? {
    field(name) == nil ? nil : flag(name)
  }

  /// A flag: a boolean, a number other than 0, or any text but `""`, `0` and `false`. Objects count as set.
  package func flag(_ name: StaticString, default standard: Bool = false) -> Bool {
    guard let value = field(name) else { return standard }
    if let flag = value.bool { return flag }
    if let number = value.int { return number != 0 }
    if let text = value.string { return !text.isEmpty && text != "0" && text.lowercased() != "false" }
    return true
  }

  /// The elements of a list, in an envelope or bare; empty when absent.
  package func list(_ name: StaticString) -> [JSONView] {
    field(name)?.elements ?? []
  }

  /// A list of elements with id, label and kind.
  package func elements(_ name: StaticString) -> [WireElement] {
    list(name).map { WireElement($0) }
  }

  /// An element; nil when absent or no object.
  package func element(_ name: StaticString) -> WireElement? {
    guard let value = field(name), value.isObject else { return nil }
    return WireElement(value)
  }

  /// A date, with or without a time. Throws when something is there that is no date.
  package func date(_ name: StaticString) throws(WireError) -> LocalDateTime? {
    guard let value = field(name) else { return nil }
    guard let text = value.string else { throw WireError(.unexpected, name.description, "expected a date") }
    if text.isEmpty { return nil }
    guard let date = WireDate.parse(text) else {
      throw WireError(.unexpected, name.description, "not a date: \(text.utf8.count) characters")
    }
    return date
  }

  /// A date that has to be there.
  package func requiredDate(_ name: StaticString) throws(WireError) -> LocalDateTime {
    guard let date = try date(name) else { throw WireError(.missing, name.description, "absent") }
    return date
  }

  /// A mark; numbers are taken as their digits.
  package func mark(_ name: StaticString) -> WireMark? {
    text(name).map { WireMark($0) }
  }

  /// An exact decimal: a number, or a text with a comma or a point.
  package func decimal(_ name: StaticString) -> Decimal? {
    text(name).flatMap { WireMark.decimal($0) }
  }

  /// A set of numbers such as `[1,3..5]`; nil when absent or none. A JSON array of numbers is taken too.
  package func numbers(_ name: StaticString) -> [Int]? {
    guard let value = field(name) else { return nil }
    if value.isArray { return value.elements.compactMap(\.int) }
    return value.string.flatMap { WireRange.parse($0) }
  }
}

extension JSONView {
  /// Reads each element of a list by itself: what cannot be read becomes a diagnostic, the rest arrives.
  package func lossyList<Item>(
    _ name: StaticString,
    _ diagnostics: inout [Diagnostic],
    _ read: (JSONView) throws(WireError) -> Item
  ) -> [Item] {
    var items: [Item] = []
    for (index, view) in list(name).enumerated() {
      do throws(WireError) {
        items.append(try read(view))
      } catch {
        let place = error.location.isEmpty ? "" : ".\(error.location)"
        diagnostics.append(Diagnostic(location: "\(name)[\(index)]\(place)", message: error.message))
      }
    }
    return items
  }
}
