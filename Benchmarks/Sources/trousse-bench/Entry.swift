import ArgumentParser
import CMalloc
import Foundation
import PronoteWire

@main
enum Entry {
  static func main() async {
    CMalloc_keepHeap()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try BenchCommand.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = BenchFailure(any: error) else { exit(0) }
      FileHandle.standardError.write(Data((failure.line + "\n").utf8))
      if arguments.contains("--json"), !failure.isReported { print(JSONValue.object([failure.json]).text()) }
      exit(failure.status)
    }
  }
}
