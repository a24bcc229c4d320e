import Testing
import TrousseCommand

@Suite struct `The vault` {
  @Test(arguments: [
    (["XDG_STATE_HOME": "/state", "HOME": "/home/zoe"], "/state/trousse"),
    (["XDG_STATE_HOME": "relative", "HOME": "/home/zoe"], "/home/zoe/.local/state/trousse"),
    (["XDG_STATE_HOME": "", "HOME": "/home/zoe"], "/home/zoe/.local/state/trousse"),
  ])
  func `stands in the usual place`(environment: [String: String], directory: String) throws {
    #expect(try VaultLocation(directory: nil, environment: environment).directory == directory)
    #expect(try VaultLocation(directory: "/other", environment: environment).directory == "/other")
    #expect(throws: CommandFailure.self) { try VaultLocation(directory: nil, environment: [:]) }
  }
}
