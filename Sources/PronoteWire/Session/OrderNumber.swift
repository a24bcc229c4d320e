/// The number of a message in its session (session document 3): 1, 3, 5, … from the client, 2, 4, 6, … from the server.
package enum OrderNumber {
  /// The wire form: one block of cipher text in hexadecimal, lower case from clients, upper case from servers.
  package static func encode(_ number: Int, cipher: SessionCipher, uppercase: Bool = false) -> String {
    Hex.encode(cipher.encrypt(Array(String(number).utf8)), uppercase: uppercase)
  }

  /// The number of a wire form.
  package static func decode(_ text: String, cipher: SessionCipher) throws(WireError) -> Int {
    guard let bytes = Hex.decode(text), bytes.count == 16 else {
      throw WireError(.order, "order number", "expected 32 hexadecimal digits, got \(text.utf8.count) characters")
    }
    let plain: [UInt8]
    do {
      plain = try cipher.decrypt(bytes)
    } catch {
      throw WireError(.order, "order number", "does not decrypt with the key in force")
    }
    guard let number = Int(String(decoding: plain, as: UTF8.self)) else {
      throw WireError(.order, "order number", "decrypts to something that is no number")
    }
    return number
  }
}
