import AccountVault
import Pronote
import PronoteWire
import SchoolServer
import Testing
import TrousseCommand
import WebSession

@Suite struct `The exit code` {
  @Test(arguments: [
    (PronoteError.Code.badAddress, 64), (.unknownStudent, 64), (.unknownPeriod, 64), (.notPronote, 65),
    (.malformedReply, 65), (.cipherFailure, 65), (.tooLarge, 65), (.orderMismatch, 65), (.unreachable, 69),
    (.timedOut, 69), (.unavailable, 69), (.serverError, 69), (.incompatibleBrowser, 69), (.busy, 75),
    (.rateLimited, 75), (.suspended, 75), (.sessionExpired, 75), (.objectExpired, 75), (.wrongCredentials, 77),
    (.notAuthorised, 77), (.accountDisabled, 77), (.accessMessage, 77), (.accessDenied, 77), (.needsSecondFactor, 78),
    (.portalRequired, 78), (.notPublished, 1), (PronoteError.Code(rawValue: "somethingNew"), 1),
  ])
  func `follows from the client's error`(code: PronoteError.Code, status: Int) {
    #expect(ExitStatus(code).rawValue == Int32(status))
  }

  @Test(arguments: [
    (VaultError.Code.notFound, 64), (.insecure, 78), (.damaged, 65), (.inputOutput, 1), (.newerFormat, 65),
    (.isEncrypted, 78), (.cannotDecrypt, 65), (.locked, 75),
  ])
  func `follows from the stored accounts' error`(code: VaultError.Code, status: Int) {
    #expect(ExitStatus(code).rawValue == Int32(status))
  }

  @Test(arguments: [
    (WebError.Code.badAddress, 64), (.tooLarge, 65), (.badResponse, 65), (.unreachable, 69), (.timedOut, 69),
    (.connectionLost, 69), (.tlsFailure, 69), (.tooManyRedirects, 69), (.redirectRefused, 78),
  ])
  func `follows from the transport's error`(code: WebError.Code, status: Int) {
    #expect(ExitStatus(code).rawValue == Int32(status))
  }

  @Test(arguments: [(SchoolServerError.Code.badVersion, 64), (.badFault, 64), (.badData, 65), (.badAddress, 69)])
  func `follows from the error of the tool's own school`(code: SchoolServerError.Code, status: Int) {
    #expect(ExitStatus(code).rawValue == Int32(status))
  }

  @Test func `of a signal is 128 and its number`() {
    #expect(ExitStatus.signal(2).rawValue == 130)
    #expect(ExitStatus.signal(15).rawValue == 143)
  }
}

@Suite struct `A failure` {
  private static let error = {
    var error = PronoteError(.rateLimited, "too many\nattempts")
    error.facts.step = "Identification"
    error.facts.host = "school.example"
    error.facts.serverCode = 25
    error.retryAfter = .seconds(3600)
    return error
  }()

  @Test func `is one line with the step and the code`() {
    #expect(
      CommandFailure(Self.error, step: "grades").line
        == "trousse: Identification: too many attempts (try again in 3600 s) (rateLimited)"
    )
  }

  @Test func `is an object with what was observed`() {
    #expect(
      CommandFailure(Self.error, step: "grades").json.text() == #"""
        {"error":{"code":"rateLimited","step":"Identification",\#
        "message":"too many\nattempts (try again in 3600 s)","facts":{"host":"school.example","httpStatus":null,\#
        "serverCode":25,"serverTitle":null,"serverMessage":null,"page":null,"retryAfter":3600,\#
        "failedLoginsLeft":null}}}
        """#
    )
  }

  @Test func `says when to try again, and which command helps`() {
    var silence = PronoteError(.unreachable, "nobody is there")
    silence.retryAfter = .seconds(15)
    #expect(
      CommandFailure(silence, step: "grades").line
        == "trousse: grades: nobody is there (try again in 15 s) (unreachable)"
    )
    let unpaired = CommandFailure(PronoteError(.needsPairing, "this device has to be paired again"), step: "grades")
    #expect(
      unpaired.message
        == "this device has to be paired again; 'trousse reauthenticate ID …' does that, and the id stays"
    )
    let portal = CommandFailure(PronoteError(.portalRequired, "a portal stands in front"), step: "login")
    #expect(portal.message == "a portal stands in front; 'trousse login --portal auto' goes through it")
  }

  @Test func `takes the command's name where the error has no step`() {
    #expect(CommandFailure(PronoteError(.timedOut, "no answer"), step: "grades").step == "grades")
  }

  @Test func `of an unknown kind is our own fault and tells no more than its type`() {
    struct Surprise: Error { let secret = "pronotevs" }
    let failure = CommandFailure(any: Surprise(), step: "grades")
    #expect(failure?.status == .internalFault)
    #expect(failure?.line == "trousse: grades: unexpected: Surprise (unexpected)")
  }

  @Test func `of a cancelled command is neither ours nor the server's`() {
    #expect(CommandFailure(any: CancellationError(), step: "grades")?.code == .cancelled)
  }
}
