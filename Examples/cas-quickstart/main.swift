import CAS
import Foundation
import Hummingbird
import HummingbirdCAS
import WebTransport

let environment = ProcessInfo.processInfo.environment
try await AsyncHTTPTransport.withTransport { transport in
  let configuration = try CASClient.Configuration(
    server: environment["CAS_PROVIDER"] ?? "https://cas.example.org/cas",
    serviceBase: environment["SERVICE_URL"] ?? "http://localhost:8080"
  )
  let cas = CASProtection(
    client: CASClient(configuration: configuration, transport: transport),
    store: try SQLitePersistDriver(path: "sessions.sqlite")
  )

  let router = Router(context: BasicCASRequestContext.self)
  router.add(middleware: CASAuthenticator(cas))
  CASRoutes(cas).add(to: router)
  router.get("/") { _, context in
    "Hello, \(context.identity?.user ?? "stranger")!"
  }
  router.group().add(middleware: CASSignInRequired(cas))
    .get("/protected") { _, context in
      "Only for you, \(context.identity?.user ?? "")."
    }

  let application = Application(
    router: router,
    configuration: .init(address: .hostname("127.0.0.1", port: 8080)),
    services: [cas.store]
  )
  try await application.runService()
}
