import Foundation

/// Base64 (RFC 4648 4), with or without padding.
enum Base64Text {
  static func decode(_ text: String) -> [UInt8]? {
    let bare = text.prefix { $0 != "=" }
    let padding = String(repeating: "=", count: (4 - bare.utf8.count % 4) % 4)
    return Data(base64Encoded: bare + padding).map(Array.init)
  }
}
