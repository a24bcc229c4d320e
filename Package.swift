// swift-tools-version:6.2
import PackageDescription

/// Settings that every Swift target of the package shares.
///
/// With `TROUSSE_STRICT=1` in the environment (continuous integration sets it) every warning is an error.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (Context.environment["TROUSSE_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : [])

/// `TROUSSE_CORE=1` leaves out everything that needs the network or a database, so that the model and the protocol
/// build and test in well under a minute (`make test-core`).
let coreOnly = Context.environment["TROUSSE_CORE"] == "1"

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")

let package = Package(
  name: "trousse",
  platforms: [.macOS(.v15), .iOS(.v18)],
  products: [
    .library(name: "SchoolModel", targets: ["SchoolModel"]),
    .library(name: "WebSession", targets: ["WebSession"]),
    .library(name: "Pronote", targets: ["Pronote"]),
    .library(name: "AccountVault", targets: ["AccountVault"]),
    .library(name: "SchoolTesting", targets: ["SchoolTesting"]),
    .library(name: "CAS", targets: ["CAS"]),
    .library(name: "LemonLDAP", targets: ["LemonLDAP"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "SchoolModel", swiftSettings: settings),
    .target(name: "WebSession", swiftSettings: settings),
    .target(
      name: "PronoteWire",
      dependencies: ["CZlib", "SchoolModel", "WebSession", crypto, cryptoExtras],
      swiftSettings: settings
    ),
    .target(
      name: "AccountVault",
      dependencies: ["SchoolModel", "WebSession", crypto, cryptoExtras],
      swiftSettings: settings
    ),
    // What users of the libraries need in their own tests.
    .target(name: "SchoolTesting", dependencies: ["AccountVault", "WebSession"], swiftSettings: settings),
    .target(
      name: "Pronote",
      dependencies: ["SchoolModel", "WebSession", "AccountVault", "PronoteWire", "CAS"],
      swiftSettings: settings
    ),
    // PronoteWire lends its JSON reader and its inflater, and is not seen from outside.
    .target(name: "CAS", dependencies: ["WebSession", "PronoteWire", crypto], swiftSettings: settings),
    .target(
      name: "LemonLDAP",
      dependencies: ["CAS", "WebSession", crypto],
      swiftSettings: settings
    ),
    .testTarget(name: "LemonLDAPTests", dependencies: ["CAS", "LemonLDAP", "WebSession"], swiftSettings: settings),
    .testTarget(name: "CASTests", dependencies: ["CAS", "WebSession", "PronoteWire"], swiftSettings: settings),
    // Starting child processes, one at a time in all tests together.
    .target(name: "TestProcesses", path: "Tests/TestProcesses", swiftSettings: settings),
    // A store of accounts, written with the public interface alone.
    .target(name: "TestStores", dependencies: ["AccountVault"], path: "Tests/TestStores", swiftSettings: settings),
    .testTarget(name: "SchoolModelTests", dependencies: ["SchoolModel"], swiftSettings: settings),
    .testTarget(name: "WebSessionTests", dependencies: ["WebSession"], swiftSettings: settings),
    .testTarget(
      name: "AccountVaultTests",
      dependencies: ["AccountVault", "SchoolModel", "SchoolTesting", "TestProcesses", "TestStores", "WebSession"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PronoteWireTests",
      dependencies: ["PronoteWire", "SchoolModel", "WebSession"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

if !coreOnly {
  package.dependencies += [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    // Of the example "cas-protected-site" alone: whoever depends on a library of ours builds neither.
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
  ]
  package.products += [
    .library(name: "WebTransport", targets: ["WebTransport"]),
    .library(name: "SchoolServer", targets: ["SchoolServer"]),
    .library(name: "QRCode", targets: ["QRCode"]),
    .library(name: "HummingbirdCAS", targets: ["HummingbirdCAS"]),
    .library(name: "OpenIDConnect", targets: ["OpenIDConnect"]),
    .executable(name: "trousse", targets: ["trousse"]),
  ]
  let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
  ]
  package.targets += [
    // C++ behind a C interface: zxing-cpp reads and writes the codes, libpng and TurboJPEG the pictures.
    .target(name: "CZXing", linkerSettings: [.linkedLibrary("ZXing", .when(platforms: [.linux]))]),
    .target(
      name: "CImage",
      linkerSettings: [
        .linkedLibrary("png16", .when(platforms: [.linux])), .linkedLibrary("turbojpeg", .when(platforms: [.linux])),
      ]
    ),
    .target(
      name: "QRCode",
      dependencies: [
        .target(name: "CZXing", condition: .when(platforms: [.linux])),
        .target(name: "CImage", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "QRCodeTests",
      dependencies: ["QRCode", "TestProcesses"],
      exclude: ["Pictures"],
      swiftSettings: settings
    ),
    .target(
      name: "WebTransport",
      dependencies: [
        "WebSession",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ] + nio,
      swiftSettings: settings
    ),
    .target(
      name: "SchoolServer",
      dependencies: [
        "SchoolModel", "WebSession", "WebTransport", "PronoteWire", crypto, cryptoExtras,
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ] + nio,
      swiftSettings: settings
    ),
    .target(
      name: "OpenIDConnect",
      dependencies: ["LemonLDAP", "WebSession", crypto, .product(name: "JWTKit", package: "jwt-kit")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "OpenIDConnectTests",
      dependencies: [
        "LemonLDAP", "OpenIDConnect", "WebSession", crypto, cryptoExtras,
      ],
      swiftSettings: settings
    ),
    .target(
      name: "HummingbirdCAS",
      dependencies: [
        "CAS", "WebSession", crypto,
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "HummingbirdCASTests",
      dependencies: [
        "CAS", "HummingbirdCAS", "PronoteWire", "WebSession",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "TrousseCommand",
      dependencies: [
        "SchoolModel", "WebSession", "WebTransport", "PronoteWire", "Pronote", "AccountVault", "QRCode", "SchoolServer",
        "CAS", "LemonLDAP",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(name: "trousse", dependencies: ["TrousseCommand"], swiftSettings: settings),
    // The example of the README, compiled with everything else so that it stays true.
    .executableTarget(
      name: "read-week",
      dependencies: ["Pronote", "SchoolModel", "WebSession", "WebTransport"],
      path: "Examples/read-week",
      swiftSettings: settings
    ),
    // The example of the article "Protect a Hummingbird application".
    .executableTarget(
      name: "cas-quickstart",
      dependencies: [
        "CAS", "HummingbirdCAS", "WebTransport", .product(name: "Hummingbird", package: "hummingbird"),
      ],
      path: "Examples/cas-quickstart",
      swiftSettings: settings
    ),
    // The example of the article "Sign in at Limoges".
    .executableTarget(
      name: "sign-in-at-limoges",
      dependencies: ["LemonLDAP", "WebSession", "WebTransport"],
      path: "Examples/sign-in-at-limoges",
      swiftSettings: settings
    ),
    // A site behind CAS, compiled with everything else for the same reason.
    .executableTarget(
      name: "cas-protected-site",
      dependencies: [
        "CAS", "HummingbirdCAS", "WebSession", "WebTransport",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Examples/cas-protected-site",
      exclude: ["README.md"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PronoteTests",
      dependencies: [
        "TestSupport", "AccountVault", "CAS", "Pronote", "PronoteWire", "SchoolModel", "WebSession", "WebTransport",
        "SchoolServer", "SchoolTesting",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SchoolServerTests",
      dependencies: ["TestSupport", "SchoolServer", "SchoolModel", "PronoteWire", "WebSession", "WebTransport"],
      swiftSettings: settings
    ),
    // Shared by the tests that start schools and child processes.
    .target(
      name: "TestSupport",
      dependencies: ["SchoolModel", "SchoolServer"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    // The process that the kill tests kill.
    .executableTarget(
      name: "account-victim",
      dependencies: [
        "AccountVault", "Pronote", "SchoolModel", "SchoolTesting", "TestStores", "WebSession", "WebTransport",
      ],
      path: "Tests/AccountVictim",
      swiftSettings: settings
    ),
    .testTarget(
      name: "InteropTests",
      dependencies: [
        "TestProcesses", "TestSupport", "AccountVault", "CAS", "LemonLDAP", "OpenIDConnect", "Pronote", "PronoteWire",
        "QRCode", "SchoolModel", "SchoolServer", "SchoolTesting", "WebSession", "WebTransport",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["Foreign", "Servers"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "TrousseCommandTests",
      dependencies: [
        "TestProcesses", "TestStores", "TestSupport", "trousse", "account-victim", "TrousseCommand", "AccountVault",
        "CAS", "LemonLDAP", "Pronote", "PronoteWire", "SchoolTesting", "QRCode", "SchoolModel", "SchoolServer",
        "WebSession", "WebTransport",
      ],
      swiftSettings: settings
    ),
  ]
}

/// The documentation plug-in is only fetched for building the documentation (`make docs`).
if Context.environment["TROUSSE_DOCS"] == "1" {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

/// `TROUSSE_ONLY_TESTS=PronoteTests swift test` builds and runs one test target without the others.
if let only = Context.environment["TROUSSE_ONLY_TESTS"] {
  package.targets.removeAll { $0.type == .test && $0.name != only }
}
