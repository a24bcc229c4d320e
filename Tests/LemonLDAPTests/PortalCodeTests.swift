import Foundation
import LemonLDAP
import Testing

/// The codes of the sso document, c.7.
@Suite struct PortalCodeTests {
  /// Those of the two releases, in the numbers of their source.
  private static let known = Array(-6...10) + Array(20...111)
  /// What is no failure, and needs nothing to be done.
  private static let harmless: Set = [-6, -4, -3, -2, -1, 0, 9, 35, 46, 47, 66, 69, 72, 78, 99]

  @Test(arguments: known) func `A code has a name, a text, and advice where there is something to do`(number: Int)
    throws
  {
    let code = PortalCode(rawValue: number)
    let name = try #require(code.name)
    #expect(name.hasPrefix("PE_") && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" })
    #expect(code.description == "\(name) (\(number))")
    #expect(!code.text.isEmpty && code.text != PortalCode(rawValue: 9999).text && !code.text.hasSuffix("."))
    #expect(code.advice.isEmpty == Self.harmless.contains(number), "\(code): \(code.advice)")
  }

  @Test func `No two codes have one name`() {
    #expect(Set(Self.known.compactMap { PortalCode(rawValue: $0).name }).count == Self.known.count)
  }

  @Test(arguments: [-7, 11, 19, 112, 4711, Int.max]) func `An unknown code keeps its number`(number: Int) throws {
    let code = PortalCode(rawValue: number)
    #expect(code.name == nil && code.description == "portal code \(number)")
    #expect(!code.text.isEmpty && !code.advice.isEmpty)
    #expect(try JSONDecoder().decode(PortalCode.self, from: JSONEncoder().encode(code)) == code)
  }

  /// The names in code, as the program's source spells them.
  @Test(arguments: [
    (PortalCode.sessionExpired, "PE_SESSIONEXPIRED", 1), (.formEmpty, "PE_FORMEMPTY", 2),
    (.badCredentials, "PE_BADCREDENTIALS", 5), (.firstAccess, "PE_FIRSTACCESS", 9), (.error, "PE_ERROR", 24),
    (.notification, "PE_NOTIFICATION", 36), (.malformedUser, "PE_MALFORMEDUSER", 40),
    (.sessionNotGranted, "PE_SESSIONNOTGRANTED", 41), (.loggedOut, "PE_LOGOUT_OK", 47), (.noToken, "PE_NOTOKEN", 81),
    (.tokenExpired, "PE_TOKENEXPIRED", 82), (.unauthorizedPartner, "PE_UNAUTHORIZEDPARTNER", 84),
    (.renewSession, "PE_RENEWSESSION", 85), (.wait, "PE_WAIT", 86), (.mustHaveMail, "PE_MUSTHAVEMAIL", 88),
    (.badOneTimePassword, "PE_BADOTP", 96), (.upgradeSession, "PE_UPGRADESESSION", 102),
    (.unknownPartner, "PE_UNKNOWNPARTNER", 107), (.retrySecondFactor, "PE_RETRY_2FA", 110),
  ]) func `A name in code is the portal's`(code: PortalCode, name: String, number: Int) {
    #expect(code.rawValue == number && code.name == name)
  }
}
