import Testing

/// A login of session document 16.5: the page it starts from, and what both sides posted, as far as the document
/// gives it.
struct Transcript: Sendable, CustomTestStringConvertible {
  /// The remote functions of a login, in order.
  static let functions = ["FonctionParametres", "Identification", "Authentification", "ParametresUtilisateur"]

  let name: String
  /// The letter of the profile that the page leads to.
  let dialect: String
  let page: String
  let encrypts: Bool
  let compresses: Bool
  /// The bodies of the calls; nil where the document does not give one.
  let requests: [String?]
  /// The bodies of the answers; nil where the document does not give one.
  let answers: [String?]
  /// The payloads of the answers in clear.
  let plainAnswers: [String]

  var testDescription: String { name }

  private init(
    _ name: String,
    _ dialect: String,
    page: String,
    encrypts: Bool = false,
    compresses: Bool = false,
    requests: [String?],
    answers: [String?],
    plainAnswers: [String]
  ) {
    self.name = name
    self.dialect = dialect
    self.page = page
    self.encrypts = encrypts
    self.compresses = compresses
    self.requests = requests
    self.answers = answers
    self.plainAnswers = plainAnswers
  }

  static let all = [
    dialectA, dialectB, sealedB, encryptedB, sealedA, dialectC, sealedC, dialectD, sealedD, dialectE,
  ]

  private static func onload(_ start: String, version: String) -> String {
    """
    <html><body id="id_body" onload="try { Start (\(start)) } catch (e) { messageErreur (e) }">\
    <span>PRONOTE \(version)</span></body></html>
    """
  }

  private static let published = "MR:'\(TestPrivateKey.modulus)',ER:'010001'"

  private static let dialectA = Transcript(
    "16.5.1 a, nothing on",
    "a",
    page: onload("{h:'4571826',sCrA:true,sCoA:true,a:3,d:true,\(published)}", version: "2021.0.5"),
    requests: DialectATranscript.requests,
    answers: DialectATranscript.answers,
    plainAnswers: DialectATranscript.answers
  )

  private static let dialectB = Transcript(
    "16.5.1 b, nothing on",
    "b",
    page: onload("{h:'4571826',sCrA:true,sCoA:true,a:3,d:true}", version: "2023.0.5"),
    requests: DialectATranscript.requests,
    answers: DialectATranscript.answers,
    plainAnswers: DialectATranscript.answers
  )

  private static let sealedA = Transcript(
    "16.5.2 a, both on",
    "a",
    page: onload("{h:'4571826',a:3,d:true,\(published)}", version: "2021.0.5"),
    encrypts: true,
    compresses: true,
    requests: wrapped(DialectBTranscript.securedParts, "C"),
    answers: wrapped(DialectBTranscript.securedParts, "S"),
    plainAnswers: DialectATranscript.answers
  )

  private static let sealedB = Transcript(
    "16.5.2 b, both on",
    "b",
    page: onload("{h:'4571826',a:3,d:true}", version: "2023.0.5"),
    encrypts: true,
    compresses: true,
    requests: wrapped(DialectBTranscript.securedParts, "C"),
    answers: wrapped(DialectBTranscript.securedParts, "S"),
    plainAnswers: DialectATranscript.answers
  )

  private static let encryptedB = Transcript(
    "16.5.2 b, encryption only",
    "b",
    page: onload("{h:'4571826',sCoA:true,a:3,d:true}", version: "2023.0.5"),
    encrypts: true,
    requests: wrapped(DialectATranscript.encryptedParts, "C"),
    answers: wrapped(DialectATranscript.encryptedParts, "S"),
    plainAnswers: DialectATranscript.answers
  )

  private static let dialectC = Transcript(
    "16.5.3 c, nothing on",
    "c",
    page: onload("{h:'4571826',sCrA:true,sCoA:true,a:3,d:true}", version: "2024.3.9"),
    requests: DialectATranscript.requests.map(renamedPayload),
    answers: DialectATranscript.answers.map(renamedPayload),
    plainAnswers: DialectATranscript.answers.map(renamedPayload)
  )

  private static let sealedC = Transcript(
    "16.5.3 c, both on",
    "c",
    page: onload("{h:'4571826',a:3,d:true}", version: "2024.3.9"),
    encrypts: true,
    compresses: true,
    requests: DialectDSealedTranscript.requests.map(renamedEnvelope),
    answers: DialectDSealedTranscript.answers.map(renamedEnvelope),
    plainAnswers: DialectATranscript.answers.map(renamedPayload)
  )

  private static let dialectD = Transcript(
    "16.5.4 d, nothing on",
    "d",
    page: onload("{h:4571826,a:3,d:true}", version: "2025.1.3"),
    requests: DialectDTranscript.requests,
    answers: DialectDTranscript.answers,
    plainAnswers: DialectDTranscript.answers
  )

  private static let sealedD = Transcript(
    "16.5.4 d, both on",
    "d",
    page: onload("{h:4571826,a:3,d:true,CrA:true,CoA:true}", version: "2025.1.3"),
    encrypts: true,
    compresses: true,
    requests: DialectDSealedTranscript.requests,
    answers: DialectDSealedTranscript.answers,
    plainAnswers: DialectDTranscript.answers
  )

  private static let dialectE: Transcript = {
    var requests = DialectDTranscript.requests
    var answers = DialectDTranscript.answers
    requests[2] = DialectETranscript.requests[0]
    answers[1] = DialectETranscript.answers[0]
    answers[2] = DialectETranscript.answers[1]
    return Transcript(
      "16.5.5 e, nothing on",
      "e",
      page: """
        <html><body id="id_body"><p>PRONOTE 2026.2.5</p><script>try { Start ({h:4571826,a:3,d:true}); } catch (e) {}\
        </script></body></html>
        """,
      requests: requests,
      answers: answers,
      plainAnswers: answers
    )
  }()

  /// Bodies around secured parts, in dialects a and b; `side` is C or S.
  private static func wrapped(_ parts: [String: String], _ side: String) -> [String?] {
    functions.enumerated().map { index, function in
      parts["\(side) \(function)"].map { part in
        side == "C"
          ? """
          {"session":4571826,"numeroOrdre":"\(orders[2 * index])","nom":"\(function)","donneesSec":"\(part)"}
          """
          : """
          {"nom":"\(function)","session":4571826,"numeroOrdre":"\(orders[2 * index + 1].uppercased())",\
          "donneesSec":"\(part)"}
          """
      }
    }
  }

  /// The order numbers 1 to 8 of a login, each under the cipher of its time (16.1).
  private static let orders = [
    "3fa959b13967e0ef176069e01e23c8d7", "b3961095f9685612b2cad63997dce7cb", "18e4c3eb97be7e4cf58efbbe3c4a505e",
    "1f84d410c918b3b90fa354771a26ca8a", "516448a18390d8607d3e2f70306f14cd", "dd91b4c0cc39720e72455ea245f64294",
    "19dfa599e5ccdb93ec649f890eea76ed", "8772139428a82243a7a2f757be469f1c",
  ]

  private static func renamedPayload(_ body: String) -> String {
    body.replacing(#""donnees":"#, with: #""data":"#)
  }

  private static func renamedEnvelope(_ body: String) -> String {
    body.replacing(#""id":"#, with: #""nom":"#).replacing(#""no":"#, with: #""numeroOrdre":"#)
      .replacing(#""dataSec":"#, with: #""donneesSec":"#)
  }
}
