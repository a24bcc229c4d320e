import Foundation
import LemonLDAP
import Testing
import WebSession

@Suite struct `One-time passwords` {
  /// RFC 6238 appendix B, with the keys of its erratum 2866.
  @Test(arguments: [
    (59, "94287082", "46119246", "90693936"), (1_111_111_109, "07081804", "68084774", "25091201"),
    (1_111_111_111, "14050471", "67062674", "99943326"), (1_234_567_890, "89005924", "91819424", "93441116"),
    (2_000_000_000, "69279037", "90698825", "38618901"), (20_000_000_000, "65353130", "77737706", "47863826"),
  ])
  func `are those of RFC 6238`(_ time: Int, _ sha1: String, _ sha256: String, _ sha512: String) throws {
    let keys: [(OneTimePasswordGenerator.Algorithm, String, String)] = [
      (.sha1, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", sha1),
      (.sha256, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA====", sha256),
      (
        .sha512,
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA=",
        sha512
      ),
    ]
    for (algorithm, secret, code) in keys {
      let date = Date(timeIntervalSince1970: Double(time))
      for digits in 6...8 {
        let generator = try OneTimePasswordGenerator(secret: Secret(secret), algorithm: algorithm, digits: digits)
        #expect(generator.code(at: date) == code.suffix(digits))
      }
    }
  }

  @Test func `secrets are read as people copy them`() throws {
    let date = Date(timeIntervalSince1970: 59)
    let expected = "287082"
    for text in [
      "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n",
      "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ",
      "otpauth://totp/Portail:lou?secret=gezdgnbvgy3tqojqgezdgnbvgy3tqojq&issuer=Portail",
      "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30",
    ] {
      #expect(try OneTimePasswordGenerator(text: Secret(text)).code(at: date) == expected, "\(text)")
    }
    let long = "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8&period=60"
    let generator = try OneTimePasswordGenerator(text: Secret(long))
    #expect(generator.digits == 8 && generator.period == 60)
    #expect(generator.code(at: Date(timeIntervalSince1970: 119)) == "94287082")
  }

  @Test(arguments: [
    "", "   ", "not base32!", "A1", "GEZD=GNB", "otpauth://hotp/x?secret=GEZDGNBV&counter=1", "otpauth://totp/x",
    "otpauth://totp/x?secret=GEZDGNBV&algorithm=MD5", "otpauth://totp/x?secret=GEZDGNBV&digits=5",
    "otpauth://totp/x?secret=GEZDGNBV&digits=9", "otpauth://totp/x?secret=GEZDGNBV&period=0",
  ])
  func `what is no secret is refused without being shown`(_ text: String) {
    let error = #expect(throws: PortalError.self) { try OneTimePasswordGenerator(text: Secret(text)) }
    #expect(error?.code == .badSecret)
    #expect(error.map { text.isEmpty || text.first == " " || !"\($0)".contains(text) } == true)
  }

  @Test func `print nothing`() throws {
    let generator = try OneTimePasswordGenerator(secret: Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
    var dumped = ""
    dump(generator, to: &dumped)
    for text in ["\(generator)", dumped] { #expect(!text.contains("49, 50") && !text.contains("GEZD")) }
  }
}
