import PronoteWire
import Testing

/// Session document 5.1 and 16.4.
@Suite struct `The secured part of the vectors` {
  private static let text = #"{"data":{"n":69,"nul":null,"b":true,"s":"\u00C9l\u00E8ve"}}"#
  private static let hexText = """
    7b2264617461223a7b226e223a36392c226e756c223a6e756c6c2c2262223a747275652c2273223a225c75303043396c5c75\
    303045387665227d7d
    """
  private static let value: JSONValue = [
    "data": ["n": .number("69"), "nul": .null, "b": true, "s": "Élève"]
  ]

  /// One cell of the table.
  struct Cell: Sendable, CustomTestStringConvertible {
    var encrypts: Bool
    var compresses: Bool
    var direction: SecuredCodec.Direction
    var wire: String

    var testDescription: String { "\(direction), encryption \(encrypts), compression \(compresses)" }
    var codec: SecuredCodec { SecuredCodec(encrypts: encrypts, compresses: compresses) }
  }

  private static let cells = [
    Cell(
      encrypts: false,
      compresses: true,
      direction: .request,
      wire: """
        3d8ac10d80300c03572a7613c33890b2ff0ac420f1b07477b22e20676eea013c65bf4d4c1e289b22cbe5a36657bcef29\
        740b17d105885270704cf2c8fa2db82bfb092dad07
        """
    ),
    Cell(
      encrypts: false,
      compresses: true,
      direction: .response,
      wire: """
        AB564A492C4954B2AA56CA53B232B3D451CA2BCD51B20212393A4A494A562545A5A93A4AC54A564A31A50606CE963920\
        CAD5A22C55A9B61600
        """
    ),
    Cell(
      encrypts: true,
      compresses: false,
      direction: .request,
      wire: """
        3c501eba147bf94702e4f6a26885849bd25293fec6fac9df0a8a299ec39626f1cddcd94893a9aabe8af5583cc597f93a\
        f9571da5065b8fe1b2a1ec63c81fb90d
        """
    ),
    Cell(
      encrypts: true,
      compresses: false,
      direction: .response,
      wire: """
        3C501EBA147BF94702E4F6A26885849BD25293FEC6FAC9DF0A8A299EC39626F1CDDCD94893A9AABE8AF5583CC597F93A\
        F9571DA5065B8FE1B2A1EC63C81FB90D
        """
    ),
    Cell(
      encrypts: true,
      compresses: true,
      direction: .request,
      wire: """
        901329499c87c037141976e67ae41ba76cc0701c9d78c0a03694ad8c2ae6db56c0921e82c763a7b40dc99efb3ec270de\
        702de37b6d3d8245fea816bfff0dcdfc8d09b2de146ea99b3ce76c5e93ddfefc
        """
    ),
    Cell(
      encrypts: true,
      compresses: true,
      direction: .response,
      wire: """
        4838849CD8C1C8F1E8FB913951410BDE3762B3C495BBA498B2DDD6C32B4D78A16050C31BEAC7425627B0F7633FDB034B\
        190ACF17F637D9DB04AAD5A39A5AFD70
        """
    ),
  ]

  /// What a wire form holds once it is decrypted and inflated.
  private static func content(of wire: String, _ cell: Cell) throws -> [UInt8] {
    var bytes = try #require(Hex.decode(wire))
    if cell.encrypts { bytes = try Vector.seeded.decrypt(bytes) }
    return cell.compresses ? try RawDeflate.decompress(bytes, limit: 1000) : bytes
  }

  @Test(arguments: cells) func `opens`(cell: Cell) throws {
    let part = try JSONView(sending: .string(cell.wire))
    #expect(try cell.codec.decode(part, cipher: Vector.seeded).value == Self.value)
    let isHexText = cell.direction == .request && cell.compresses
    #expect(try Self.content(of: cell.wire, cell) == Array((isHexText ? Self.hexText : Self.text).utf8))
  }

  @Test(arguments: cells.filter { $0.direction == .response })
  func `of an answer is made byte for byte, but for the packing`(cell: Cell) throws {
    let made = try #require(try cell.codec.encode(Self.value, .response, cipher: Vector.seeded).stringValue)
    #expect(made == made.uppercased())
    if !cell.compresses { #expect(made == cell.wire) }
    #expect(try Self.content(of: made, cell) == Array(Self.text.utf8))
  }

  @Test(arguments: cells.filter { $0.direction == .request })
  func `of a question is made of plain UTF-8`(cell: Cell) throws {
    let made = try #require(try cell.codec.encode(Self.value, .request, cipher: Vector.seeded).stringValue)
    #expect(made == made.lowercased())
    let text = Array(#"{"data":{"n":69,"nul":null,"b":true,"s":"Élève"}}"#.utf8)
    #expect(try Self.content(of: made, cell) == (cell.compresses ? Array(Hex.encode(text).utf8) : text))
    #expect(Hex.encode(Vector.seeded.encrypt(Array(Self.text.utf8))) == Self.cells[2].wire)
  }

  @Test(arguments: [SecuredCodec.Direction.request, .response])
  func `with nothing on is the object itself`(direction: SecuredCodec.Direction) throws {
    let codec = SecuredCodec(encrypts: false, compresses: false)
    #expect(try codec.encode(Self.value, direction, cipher: Vector.seeded) == Self.value)
    #expect(try codec.decode(JSONView(text: Self.text), cipher: Vector.seeded).value == Self.value)
  }

  @Test(arguments: [
    """
    01760089ff376232323634363137343631323233613762323236653232336133363339326332323665373536633232336136\
    6537353663366332633232363232323361373437323735363532633232373332323361323235633735333033303433333936\
    6335633735333033303435333837363635323237643764
    """,
    """
    013b00c4ff7b2264617461223a7b226e223a36392c226e756c223a6e756c6c2c2262223a747275652c2273223a225c753030\
    43396c5c75303045387665227d7d
    """,
  ])
  func `may be packed in stored blocks`(wire: String) throws {
    let codec = SecuredCodec(encrypts: false, compresses: true)
    #expect(try codec.decode(JSONView(sending: .string(wire)), cipher: Vector.seeded).value == Self.value)
  }

  @Test func `of a call without arguments is an empty object`() throws {
    let cases: [(encrypts: Bool, compresses: Bool, cipher: SessionCipher, wire: String)] = [
      (false, true, Vector.seeded, "334f324f0100"),
      (true, false, Vector.seeded, "6d3203c140ff92e9ec70bd1f52738585"),
      (true, true, Vector.seeded, "8defacd8318b869fe1b668107e029666"),
      (true, false, Vector.authenticated, "f35a92dce0526683cd60a779fa18d78c"),
      (true, true, Vector.authenticated, "46c2b6297a1bc4398f65daace371d5c4"),
    ]
    for (encrypts, compresses, cipher, wire) in cases {
      let codec = SecuredCodec(encrypts: encrypts, compresses: compresses)
      #expect(try codec.decode(JSONView(sending: .string(wire)), cipher: cipher).value == .object([]))
      let made = try codec.encode(.object([]), .request, cipher: cipher)
      #expect(try codec.decode(JSONView(sending: made), cipher: cipher).value == .object([]))
      if !compresses { #expect(made == .string(wire)) }
    }
  }
}
