#if os(Linux)
  import QRCode
  import Testing

  /// zbarimg reads what we write. Without zbarimg these tests fail.
  @Suite struct `A code of ours, to a foreign reader` {
    private static let texts = [
      "a", "https://example.org/pronote", "Lycée Élie-Faure ✓ 😀", String(repeating: "0123456789ABCDEF", count: 30),
      #"{"jeton":""# + String(repeating: "EE27A6CA0B99F255", count: 25) + #"","login":"F8E83FA7E9A21441","url":"x"}"#,
      String(repeating: "Devoirs pour demain. ", count: 60),
    ]

    @Test(arguments: texts, [2, 3, 8]) func `is a picture`(text: String, scale: Int) throws {
      #expect(try ZBar.output(for: QRCode(text: text).png(scale: scale)) == text + "\n")
    }

    @Test(arguments: texts, [4, 9]) func `is what the terminal shows`(text: String, scale: Int) throws {
      let terminal = try GreyPicture.terminal(QRCode(text: text).terminalLines(), scale: scale)
      #expect(try ZBar.output(for: PictureFile.encode(terminal)) == text + "\n")
      #expect(try QRCodeReader.texts(in: terminal) == [text])
    }
  }
#endif
