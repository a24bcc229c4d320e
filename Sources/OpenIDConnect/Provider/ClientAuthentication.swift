import Foundation
import WebSession

/// How a client with a secret proves who it is at the token endpoint (OpenID Connect Core 9).
enum ClientAuthentication: String, Sendable, Hashable {
  /// Two more fields of the form.
  case post = "client_secret_post"
  /// A header field.
  case basic = "client_secret_basic"

  /// The better one of those that a provider offers; nil when it offers neither. A provider that lists none knows `basic`.
  ///
  /// `post` goes first: LemonLDAP::NG 2.16 reads the header field up to the first character that is no letter and no digit,
  /// and no release decodes name and secret as RFC 6749 section 2.3.1 has them encoded.
  init?(offered: [String]?) {
    guard let offered else {
      self = .basic
      return
    }
    if offered.contains(Self.post.rawValue) {
      self = .post
    } else if offered.contains(Self.basic.rawValue) {
      self = .basic
    } else {
      return nil
    }
  }

  /// The header field `basic` sends.
  static func basicHeader(clientID: String, secret: Secret<String>) -> (name: String, value: String) {
    let name = FormEncoding.encode([(clientID, "")]).dropLast()
    let password = FormEncoding.encode([(secret.reveal(), "")]).dropLast()
    return ("Authorization", "Basic \(Data("\(name):\(password)".utf8).base64EncodedString())")
  }
}
