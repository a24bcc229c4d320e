/// What a server tells about a user: names with lists of values, in the order of the document.
///
/// ```swift
/// for (name, values) in authentication.attributes { print(name, values) }
/// let groups = authentication.attributes["memberOf"]   // empty when there are none
/// ```
public struct CASAttributes: Sequence, Sendable, Hashable {
  /// A name with its values.
  public typealias Element = (name: String, values: [String])

  private struct Entry: Sendable, Hashable {
    var name: String
    var values: [String]
  }

  private var entries: [Entry] = []
  private var places: [String: Int] = [:]

  /// Attributes of these names and values. Equal names become one with all values.
  public init(_ elements: [Element] = []) {
    for element in elements {
      for value in element.values { append(value, to: element.name) }
    }
  }

  /// The values of an attribute; empty when there is none of that name.
  public subscript(name: String) -> [String] {
    places[name].map { entries[$0].values } ?? []
  }

  /// How many names there are.
  public var count: Int { entries.count }

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// Names with their values, in the order in which the names came first.
  public func makeIterator() -> IndexingIterator<[Element]> {
    entries.map { (name: $0.name, values: $0.values) }.makeIterator()
  }

  mutating func append(_ value: String, to name: String) {
    if let place = places[name] {
      entries[place].values.append(value)
    } else {
      places[name] = entries.count
      entries.append(Entry(name: name, values: [value]))
    }
  }
}

extension CASAttributes: CustomStringConvertible, CustomReflectable {
  /// The names. A server may put a password or a ticket among the values.
  public var description: String { "CASAttributes(\(entries.map(\.name).joined(separator: ", ")))" }
  /// No more than the names.
  public var customMirror: Mirror { Mirror(self, children: ["names": entries.map(\.name)]) }
}
