import AccountVault
import Foundation
import SchoolTesting
import Testing
import TestStores

@Suite(.timeLimit(.minutes(5))) struct `A store of somebody else` {
  @Test func `is proven by the conformance kit, kills included`() async throws {
    try await ToolHome.with { home in
      let path = home.folder + "/store"
      let open: @Sendable () throws -> any CredentialStore = { try PropertyListStore(path: path) }
      try await KilledStoreConformance(open).check(kills: 60) { time in
        let process = try ToolProcess(program: "account-victim", ["writes", path], environment: home.environment)
        try await Task.sleep(for: time)
        process.signal(SIGKILL)
        return try await process.finish(within: .seconds(20)).outputText
      }
    }
  }
}
