import Foundation
import PronoteWire
import SchoolModel

extension SchoolSession {
  /// The file of a sealed path (session document 14.1); nil when there is none.
  func file(sealed: String) throws -> FileRecord? {
    guard let account = signedInAccount, let bytes = Hex.decode(sealed), let plain = try? cipher.decrypt(bytes),
      let element = SchoolSession.element(plain), let id = element.id("N")
    else { return nil }
    let database = school.database
    if let key = try? ids.key(id, .attachment) { return try database.attachmentContent(key) }
    if let key = try? ids.key(id, .student) { return try database.photo(ofPerson: key) }
    if let key = try? ids.key(id, .person), key == account.person.key { return try database.photo(ofPerson: key) }
    if let key = try? ids.key(id, .test) {
      return try database.testFile(key, isCorrection: element.text("G") == "DevoirCorrige")
    }
    return nil
  }

  /// The JSON of a file element. One client pads it before encrypting, so that padding is left after decrypting.
  private static func element(_ plain: [UInt8]) -> JSONView? {
    if let document = try? JSONDocument(plain) { return document.root }
    let trimmed = Array(plain.reversed().drop { $0 <= 16 }.reversed())
    return (try? JSONDocument(trimmed))?.root
  }
}
