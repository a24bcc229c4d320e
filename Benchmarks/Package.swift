// swift-tools-version:6.2
import PackageDescription

/// The name under which the compiler knows the package above: its folder's, spelt as SwiftPM spells it.
///
/// `trousse-bench decode` measures the very steps that a session takes, and those have `package` access. The benchmark
/// joins that package by name, which keeps benchmarking out of the public interface.
let measuredPackage = {
  let folder = Context.packageDirectory.split(separator: "/").dropLast().last ?? ""
  let name = folder.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
  return String(name.first?.isNumber == true ? ["_"] + name.dropFirst() : name)
}()

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "trousse", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CMalloc"),
    .executableTarget(
      name: "trousse-bench",
      dependencies: [
        "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Pronote", package: "trousse"),
        .product(name: "SchoolModel", package: "trousse"),
        .product(name: "WebSession", package: "trousse"),
        .product(name: "WebTransport", package: "trousse"),
      ],
      packageAccess: false,
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .unsafeFlags(["-package-name", measuredPackage]),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)
