import JWTKit

/// The payload of a signed token, as it is. What it says is checked in ``IDTokenChecks``, with a clock that tests can set.
struct SignedClaims: JWTPayload {
  let values: [String: ClaimValue]

  init(from decoder: any Decoder) throws {
    values = try [String: ClaimValue](from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    try values.encode(to: encoder)
  }

  func verify(using algorithm: some JWTAlgorithm) {}
}
