import ArgumentParser
import SchoolServer

/// How the portal of the school to develop against is set up.
struct PortalOptions: ParsableArguments {
  @Option(
    name: .customLong("portal"),
    help: ArgumentHelp(
      "Whether a portal stands in front: required, offered (for who comes from it), or off.",
      valueName: "mode"
    )
  )
  var mode: String = PortalMode.offered.rawValue

  @Option(help: ArgumentHelp("The portal's port on the loopback address; 0 takes a free one.", valueName: "number"))
  var portalPort: Int = 0

  @Option(help: ArgumentHelp("How long a form of the portal may be sent.", valueName: "seconds"))
  var portalFormSeconds: Int = 120

  @Option(help: ArgumentHelp("How long the portal refuses a user after three failures.", valueName: "seconds"))
  var portalLockSeconds: Int = 10

  @Option(help: ArgumentHelp("When the portal mails a code again.", valueName: "seconds"))
  var portalResendSeconds: Int = 3

  @Option(help: ArgumentHelp("How often a wrong code may be followed by another one.", valueName: "number"))
  var portalRetries: Int = 0

  mutating func validate() throws {
    if PortalMode(rawValue: mode) == nil { throw ValidationError("--portal is required, offered or off") }
    guard (0...65_535).contains(portalPort) else {
      throw ValidationError("--portal-port must be between 0 and 65535")
    }
    guard portalFormSeconds > 0, portalLockSeconds >= 0, portalResendSeconds >= 0, portalRetries >= 0 else {
      throw ValidationError("the portal's numbers cannot be negative")
    }
  }

  /// Takes the options over.
  func apply(to configuration: inout SchoolServerConfiguration) {
    configuration.portalMode = PortalMode(rawValue: mode) ?? .offered
    configuration.portalPort = portalPort
    configuration.portal.formSeconds = portalFormSeconds
    configuration.portal.lockSeconds = portalLockSeconds
    configuration.portal.resendSeconds = portalResendSeconds
    configuration.portal.retries = portalRetries
  }
}
