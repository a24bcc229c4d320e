import Logging
import SchoolServer
import ServiceLifecycle

/// A school that stops in an orderly way when its task is cancelled: it finishes the calls that it is answering.
struct SchoolService: Service {
  /// The school.
  let server: SchoolServer

  private let onReady: @Sendable (SchoolAddress) async -> Void

  /// A school with this configuration. `onReady` is called once, when it can be reached.
  init(
    _ configuration: SchoolServerConfiguration,
    onReady: @escaping @Sendable (SchoolAddress) async -> Void
  ) throws {
    server = try SchoolServer(configuration: configuration)
    self.onReady = onReady
  }

  func run() async throws {
    try await server.run(onReady: onReady)
  }

  /// Serves until the task is cancelled.
  func serve() async throws {
    var logger = Logger(label: "trousse.school.service")
    logger.logLevel = .critical
    var configuration = ServiceGroupConfiguration(services: [self], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(1)
    let group = ServiceGroup(configuration: configuration)
    // A task of its own: cancellation must reach the group as a wish to stop, not as an order.
    let running = Task { try await group.run() }
    try await withTaskCancellationHandler {
      try await running.value
    } onCancel: {
      Task { await group.triggerGracefulShutdown() }
    }
  }
}
