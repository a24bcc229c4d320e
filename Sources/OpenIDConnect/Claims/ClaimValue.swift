/// A value of a claim: JSON.
public enum ClaimValue: Sendable, Hashable {
  /// A text.
  case string(String)
  /// A number.
  case number(Double)
  /// True or false.
  case bool(Bool)
  /// Several values.
  case list([ClaimValue])
  /// Values with names.
  case object([String: ClaimValue])
  /// Nothing.
  case null

  /// The text; nil for anything else.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The number; nil for anything else.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// True or false; nil for anything else.
  public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }

  /// The texts: those of a list, or the only one. Nil when there is anything but texts.
  public var strings: [String]? {
    switch self {
    case .string(let text): [text]
    case .list(let values):
      values.allSatisfy { $0.string != nil } ? values.compactMap(\.string) : nil
    case .number, .bool, .object, .null: nil
    }
  }
}

extension ClaimValue: Codable {
  /// Deeper values are none.
  private static let maximumDepth = 16

  /// Reads any JSON value, of 16 levels at most.
  ///
  /// - Throws: `DecodingError` for a deeper one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else {
      guard decoder.codingPath.count < ClaimValue.maximumDepth else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "nested too deeply")
      }
      if let values = try? container.decode([ClaimValue].self) {
        self = .list(values)
      } else {
        self = .object(try container.decode([String: ClaimValue].self))
      }
    }
  }

  /// Writes the value as the JSON that it was.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .bool(let bool): try container.encode(bool)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    case .null: try container.encodeNil()
    }
  }
}
