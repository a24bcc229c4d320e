import Crypto
import Foundation
import WebSession

/// What an ID token has to say (OpenID Connect Core 3.1.3.7, 3.1.3.8 and 12.2).
struct IDTokenChecks {
  let issuer: String
  let clientID: String
  /// Nil after a refresh, where there is none.
  var nonce: String?
  /// Who it has to be about; nil the first time.
  var subject: String?
  /// What came with it.
  let accessToken: Secret<String>
  let now: Date
  let tolerance: Duration

  /// The token, when all of it fits.
  ///
  /// - Throws: ``OpenIDError`` with code `badToken` and the claim that does not fit.
  func accept(_ claims: OpenIDClaims, of token: SignedToken) throws(OpenIDError) -> IDToken {
    guard claims["iss"]?.string == issuer else { throw .badToken("iss", "the ID token is of another issuer") }
    let audiences = claims["aud"]?.strings ?? []
    guard audiences.contains(clientID) else { throw .badToken("aud", "the ID token is for another client") }
    let party = claims["azp"]
    guard party?.string == clientID || (party == nil && audiences.count == 1) else {
      throw .badToken("azp", "the ID token was made for another client")
    }
    guard let found = claims["sub"]?.string, !found.isEmpty, subject == nil || subject == found else {
      throw .badToken("sub", "the ID token is about nobody, or about somebody else")
    }
    let (issued, expires) = try checkTimes(claims)
    if let nonce {
      guard let found = claims["nonce"]?.string, found.isEqualInConstantTime(to: nonce) else {
        throw .badToken("nonce", "the ID token answers another request")
      }
    }
    if let hash = claims["at_hash"] {
      guard hash.string == accessTokenHash(token.algorithm) else {
        throw .badToken("at_hash", "the access token is not the one of the ID token")
      }
    }
    return IDToken(
      text: token.text,
      subject: found,
      issuer: issuer,
      audiences: audiences,
      issued: issued,
      expires: expires,
      authenticated: claims["auth_time"]?.number.map { Date(timeIntervalSince1970: $0) },
      authenticationLevel: claims["acr"]?.string,
      sessionID: claims["sid"]?.string,
      claims: claims
    )
  }

  private func checkTimes(_ claims: OpenIDClaims) throws(OpenIDError) -> (issued: Date, expires: Date) {
    let margin = tolerance.inSeconds
    guard let end = claims["exp"]?.number, end > now.timeIntervalSince1970 - margin else {
      throw .badToken("exp", "the ID token is over")
    }
    guard let start = claims["iat"]?.number, start <= now.timeIntervalSince1970 + margin, start < end else {
      throw .badToken("iat", "the ID token is from the future: the clocks differ")
    }
    if let first = claims["nbf"] {
      guard let first = first.number, first <= now.timeIntervalSince1970 + margin else {
        throw .badToken("nbf", "the ID token is not good yet")
      }
    }
    return (Date(timeIntervalSince1970: start), Date(timeIntervalSince1970: end))
  }

  /// The left half of the access token's hash, with the hash of the signature.
  private func accessTokenHash(_ algorithm: SigningAlgorithm) -> String {
    let bytes = Array(accessToken.reveal().utf8)
    let hash: [UInt8] =
      switch algorithm {
      case .rs256, .ps256, .es256: Array(SHA256.hash(data: bytes))
      case .rs384, .ps384, .es384: Array(SHA384.hash(data: bytes))
      case .rs512, .ps512, .es512: Array(SHA512.hash(data: bytes))
      }
    return Base64URL.encode(hash.prefix(hash.count / 2))
  }
}
