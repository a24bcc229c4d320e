/// A set of keys as a provider publishes it (RFC 7517 section 5). What is no key that is known here is left out.
struct KeyDocument: Decodable {
  /// One key, as far as it matters here.
  struct Key: Decodable {
    let kty: String
    let kid: String?
    let use: String?
    let alg: String?
    let operations: [String]?
    let n: String?
    let e: String?
    let crv: String?
    let x: String?
    let y: String?

    private enum CodingKeys: String, CodingKey {
      case kty, kid, use, alg, n, e, crv, x, y
      case operations = "key_ops"
    }
  }

  /// Anything, so that one strange key does not cost the others.
  private struct Maybe: Decodable {
    let key: Key?

    init(from decoder: any Decoder) throws {
      key = try? Key(from: decoder)
    }
  }

  let keys: [Key]

  private enum CodingKeys: CodingKey {
    case keys
  }

  init(from decoder: any Decoder) throws {
    keys = try decoder.container(keyedBy: CodingKeys.self).decode([Maybe].self, forKey: .keys).compactMap(\.key)
  }
}
