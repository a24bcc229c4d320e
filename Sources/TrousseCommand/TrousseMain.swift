import ArgumentParser
import Foundation

/// The tool's entry: runs the command line that this process was started with.
public enum TrousseMain {
  /// Runs the command and ends the process with its exit code.
  public static func run() async -> Never {
    let arguments = ArgumentOrder.normalized(Array(CommandLine.arguments.dropFirst()))
    let command = Task { await outcome(of: arguments) }
    let signals = TerminationSignals { command.cancel() }
    var status = ExitStatus.success
    if let failure = await command.value {
      status = signals.received.map(ExitStatus.signal) ?? failure.status
      report(failure, isJSON: ArgumentOrder.asksForJSON(arguments))
    }
    exit(status.rawValue)
  }

  /// Parses and runs a command line. Returns why it failed, or nil.
  package static func outcome(of arguments: [String]) async -> CommandFailure? {
    var step = "arguments"
    do {
      if arguments == ["--version"] {
        try Console(isJSON: false, isVerbose: false).print(["trousse \(Trousse.version)"])
        return nil
      }
      if let failure = UnknownName.command(in: arguments) { throw failure }
      var command = try parsed(arguments)
      step = type(of: command).configuration.commandName ?? step
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return nil
    } catch {
      return CommandFailure(any: error, step: step)
    }
  }

  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try Trousse.parseAsRoot(arguments)
    } catch  where Trousse.exitCode(for: error) == .validationFailure {
      // What is missing may only be misspelled.
      throw UnknownName.option(in: arguments) ?? error
    }
  }

  /// Writes the line for people and, if JSON was asked for, the object for programs.
  private static func report(_ failure: CommandFailure, isJSON: Bool) {
    // Whoever closed the pipe has read enough.
    guard failure.status != .signal(SIGPIPE) else { return }
    Console.warn(failure.line)
    if isJSON, !failure.hasPrinted { try? Console(isJSON: true, isVerbose: false).print(failure.json) }
  }
}
