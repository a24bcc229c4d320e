import TestSupport
import SchoolModel
import SchoolServer
import Testing
import WebSession
import WebTransport

/// A school on a free port, asked over HTTP without the client that is built to get on with it.
struct WireSchool: Sendable {
  /// A version of each dialect.
  static let versions = ["2019.2.9", "2022.0.5", "2023.0.1", "2024.3.9", "2025.1.3", "2026.2.5"]

  /// How secured parts may travel.
  static let modes = [Mode(), Mode(encrypt: true), Mode(compress: true), Mode(encrypt: true, compress: true)]

  /// Whether secured parts are encrypted, and whether they are compressed.
  struct Mode: Sendable, Hashable {
    var encrypt = false
    var compress = false
  }

  /// The school stopped before the test did.
  struct Stopped: Error {}

  /// `http://127.0.0.1:40123/pronote`
  let root: String
  /// `http://127.0.0.1:40124/`; empty without a portal.
  let portal: String
  /// The school's content.
  let dataFile: String
  /// What carries requests to it.
  let transport: any Transport
  /// The school itself.
  let server: SchoolServer

  private static let turnstile = Turnstile(4)

  /// Hands a school to `body` that other tests use at the same time: for tests that read, and have sessions of their own.
  static func shared<Result>(
    version: String = "2026.2.5",
    mode: Mode = Mode(),
    _ body: (WireSchool) async throws -> Result
  ) async throws -> Result {
    try await turnstile.pass {
      try await body(try await SharedSchools.running.school(version: version, mode: mode))
    }
  }

  /// Starts a school of its own, hands it to `body` and stops it, whatever happens.
  static func with<Result: Sendable>(
    version: String = "2026.2.5",
    mode: Mode = Mode(),
    faults: [String] = [],
    idleTime: Duration? = nil,
    configure: (inout SchoolServerConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (WireSchool) async throws -> Result
  ) async throws -> Result {
    var configuration = try configuration(version: version, mode: mode)
    configuration.faults = try faults.map { try Fault(parsing: $0) }
    if let idleTime { configuration.idleTime = idleTime }
    configure(&configuration)
    defer { SchoolFiles.remove(configuration.dataFile ?? "") }
    let faulty = configuration
    return try await turnstile.pass { try await run(faulty, body) }
  }

  private static func run<Result: Sendable>(
    _ configuration: SchoolServerConfiguration,
    _ body: @escaping @Sendable (WireSchool) async throws -> Result
  ) async throws -> Result {
    let dataFile = configuration.dataFile ?? ""
    let server = try SchoolServer(configuration: configuration)
    let addresses = AsyncStream<SchoolAddress>.makeStream()
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        defer { addresses.continuation.finish() }
        try await server.run { addresses.continuation.yield($0) }
        return nil
      }
      group.addTask {
        for await address in addresses.stream {
          return try await AsyncHTTPTransport.withTransport {
            try await body(
              WireSchool(
                root: address.root,
                portal: address.portal ?? "",
                dataFile: dataFile,
                transport: $0,
                server: server
              )
            )
          }
        }
        return nil
      }
      defer { group.cancelAll() }
      for try await result in group {
        if let result { return result }
      }
      throw Stopped()
    }
  }

  /// How a school runs that has the tests' content.
  fileprivate static func configuration(version: String, mode: Mode) throws -> SchoolServerConfiguration {
    var configuration = SchoolServerConfiguration()
    configuration.version = version
    configuration.encrypt = mode.encrypt
    configuration.compress = mode.compress
    configuration.today = SchoolFiles.today
    configuration.dataFile = try SchoolFiles.copy()
    return configuration
  }

  /// Gets something below the root.
  func get(_ path: String, agent: String? = nil) async throws -> WebResponse {
    try await send(.get(address(path), headers: agent.map { [("User-Agent", $0)] } ?? []))
  }

  /// Posts a call, or something that looks like one.
  func post(_ path: String, _ body: [UInt8], within deadline: Duration = .seconds(60)) async throws -> WebResponse {
    try await send(.post(address(path), body: body, contentType: "application/json"), within: deadline)
  }

  private func send(_ request: WebRequest, within deadline: Duration = .seconds(60)) async throws -> WebResponse {
    try await transport.send(request, limits: WebLimits(deadline: deadline))
  }

  private func address(_ path: String) throws -> WebAddress {
    guard let address = WebAddress(path.isEmpty ? root : "\(root)/\(path)") else { throw Stopped() }
    return address
  }
}

extension WireSchool.Mode: CustomTestStringConvertible {
  var testDescription: String {
    switch (encrypt, compress) {
    case (false, false): "plain"
    case (true, false): "encrypted"
    case (false, true): "compressed"
    case (true, true): "both"
    }
  }
}

/// The schools that tests share. They run until the tests' process ends.
private actor SharedSchools {
  static let running = SharedSchools()

  private struct Key: Hashable {
    var version: String
    var mode: WireSchool.Mode
  }

  private let transport = AsyncHTTPTransport()
  private var schools: [Key: Task<WireSchool, any Error>] = [:]

  func school(version: String, mode: WireSchool.Mode) async throws -> WireSchool {
    let key = Key(version: version, mode: mode)
    if let school = schools[key] { return try await school.value }
    let transport = transport
    let school = Task {
      let configuration = try WireSchool.configuration(version: version, mode: mode)
      let server = try SchoolServer(configuration: configuration)
      let addresses = AsyncStream<SchoolAddress>.makeStream()
      Task {
        defer { addresses.continuation.finish() }
        try await server.run { addresses.continuation.yield($0) }
      }
      for await address in addresses.stream {
        return WireSchool(
          root: address.root,
          portal: address.portal ?? "",
          dataFile: configuration.dataFile ?? "",
          transport: transport,
          server: server
        )
      }
      throw WireSchool.Stopped()
    }
    schools[key] = school
    return try await school.value
  }
}
