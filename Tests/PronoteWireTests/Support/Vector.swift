import PronoteWire

/// The common inputs of the vectors of session document 16, and the ciphers that follow from them.
enum Vector {
  static let seed: [UInt8] = Array(0...15)
  static let uuid = "AAECAwQFBgcICQoLDA0ODw=="
  static let session = 4_571_826
  static let space = 3
  static let login = "demonstration"
  static let password = "pronotevs"
  static let salt = "6E4F2B91A7C0D358"

  static let kept = "4A7B93C1E05D8F26"
  static let noise = "QwErTyUiOpAsDfGh"
  static let interleaved = "4QAw7EBr9T3yCU1iEO0p5ADs8DFf2G6h"
  static let challenge =
    "8FAFDCB24E0560A516C8FBED361B1E1096B42256A75DF7BC3DFF4AAF5D242F16F53D6F276555EECD7FCAFCF085E9F674"
  static let answer = "972acd1eec13238b30157e019d7195aa17844cee25af8bd36250d51b436b85f3"
  static let opaqueChallenge = "EF4C6F47929D96D7A778BF9EE2E3A48F"

  static let keyList = "17,34,51,68,85,102,119,136,153,170,187,204,221,238,255,0"
  static let keyBytes: [UInt8] = [17, 34, 51, 68, 85, 102, 119, 136, 153, 170, 187, 204, 221, 238, 255, 0]
  static let sealedKey = """
    7AFF58DB41F055B868910031E78062C9A9AE25A66532D07E4459A5D1B56E8DBD\
    968C6692BE2C581B4AE614A4F8F960DF87E29B48DD07DC4DFE2FDF8A50666A89
    """

  /// K0 with a vector of zeros: the first request.
  static let unseeded = SessionCipher(keyMaterial: [], vectorMaterial: nil)

  /// K0 with the vector of the seed: up to the answer to Authentification.
  static let seeded = SessionCipher(keyMaterial: [], vectorMaterial: seed)

  /// K1 with the vector of the seed: everything after.
  static let authenticated = SessionCipher(keyMaterial: keyBytes, vectorMaterial: seed)

  /// A user key with the vector of the seed.
  static func cipher(userKey: [UInt8]) -> SessionCipher {
    SessionCipher(key: userKey, vectorMaterial: seed)
  }

  /// The cipher of the account of the vectors.
  static let user = cipher(userKey: UserKey.direct(login: login, password: password, salt: salt))
}
