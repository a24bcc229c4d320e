import Foundation

/// Where the foreign programs are that judge the school. `make test` says so.
enum Judges {
  /// The folder of `Scripts/prepare-judges`; nil when nobody asked for judges.
  static let folder: String? = ProcessInfo.processInfo.environment["TROUSSE_JUDGES"].flatMap { $0.isEmpty ? nil : $0 }

  /// Whether the judges are to be run. Asked for, they have to be there: a missing one is a failure.
  static var areAskedFor: Bool { folder != nil }

  /// A judge that was asked for and is not there.
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var script = "prepare-judges"
    var description: String { "\(path) is missing: run Scripts/\(script)" }
  }

  /// The Python interpreter that has a version of pronotepy.
  static func python(pronotepy version: String) throws -> String {
    try python(in: "pronotepy-\(version)")
  }

  /// The Python interpreter that has python-cas, pycas-sso and django-cas-ng.
  static func pythonWithCASClients() throws -> String {
    try python(in: "cas-clients")
  }

  private static func python(in environment: String) throws -> String {
    let path = "\(folder ?? "")/\(environment)/bin/python"
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
    return path
  }

  /// A Chromium. Debian's is `/usr/bin/chromium`.
  static func chromium(
    among programs: [String] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  ) throws -> String {
    guard let program = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw Missing(path: "Chromium", script: "install-browser")
    }
    return program
  }

  /// The path of a program of ours that drives a judge.
  static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Foreign").appendingPathComponent(name).path
  }

  /// The path of a program of ours that starts a real server.
  static func server(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Servers").appendingPathComponent(name).path
  }
}
