import ArgumentParser
import CAS
import WebTransport

/// Which CAS server a command is about.
struct CASServerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The CAS server: https://cas.example.org/cas", valueName: "url"))
  var cas: String

  /// A client of that server. Services are given as whole addresses.
  ///
  /// - Throws: `CASError` with code `badConfiguration`.
  func client(_ transport: any CASTransport = NoTransport()) throws -> CASClient {
    CASClient(configuration: try configuration(), transport: transport)
  }

  /// The configuration, to be refined.
  func configuration() throws -> CASClient.Configuration {
    try CASClient.Configuration(server: cas, serviceBase: cas)
  }
}
