public import Foundation
public import SchoolModel
package import WebSession

/// How a school runs.
public struct SchoolServerConfiguration: Sendable {
  /// The version of PRONOTE that it plays, from 2019 to 2026.2.5 and beyond; decides the dialect.
  public var version = "2026.2.5"

  /// Whether the secured parts of messages are encrypted.
  public var encrypt = false

  /// Whether the secured parts of messages are compressed.
  public var compress = false

  /// The host to listen on. Loopback, and nothing else, is what this school is for.
  public var host = "127.0.0.1"

  /// The port to listen on; 0 for a free one.
  public var port = 0

  /// Whether there is a portal (ENT) in front of the school.
  public var portalMode = PortalMode.offered

  /// The port of the portal; 0 for a free one.
  public var portalPort = 0

  /// How strict the portal is.
  package var portal = PortalSettings()

  /// The day around which the school's content is made, and which it is at the school when it starts; nil for the day
  /// that its clock shows. A manual ``clock`` keeps its own day.
  public var today: LocalDate?

  /// The seed of the content: the same seed and day make the same school.
  public var seed: UInt64 = 1

  /// The file that keeps the content and what is written to it; nil for memory.
  public var dataFile: String?

  /// The time zone of the school's wall clock.
  public var timeZone = SchoolServerConfiguration.defaultTimeZone

  /// The time zone of a school that is not told another one: that of Paris.
  public static let defaultTimeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt

  /// What time it is at the school.
  public var clock = SchoolClock.real

  /// What happens at the school while it runs; nil for nothing. Steps that are due already when it starts have happened
  /// by then.
  public var script: SchoolScript?

  /// Told of every step of the script, from the task whose request found that it was due. Must be quick.
  public var onStep: (@Sendable (SchoolStepReport) -> Void)?

  /// Told of every sign-in, from the task that answers it. Must be quick.
  public var onSignIn: (@Sendable (SignInRecord) -> Void)?

  /// How long a session lives without calls, by ``clock``.
  public var idleTime: Duration = .seconds(600)

  /// When a replaced app token dies.
  public var tokenPolicy = TokenPolicy.strict

  /// What time it is for codes that expire: what ``clock`` shows.
  package var now: @Sendable () -> Date {
    get { { [clock] in clock.now } }
    set { clock = .reading(newValue) }
  }

  /// What goes wrong on purpose.
  public var faults: [Fault] = []

  /// The services that its CAS issuer works for, each compared as a text, character by character. Nil accepts every
  /// service on this machine, for development.
  public var casServices: [String]?

  /// What its CAS issuer tells services about a user, changed on the way.
  package var casAttributes: @Sendable ([CASAttribute]) -> [CASAttribute] = { $0 }

  /// What carries its CAS issuer's own requests to services; nil for HTTP.
  package var casTransport: (any Transport)?

  /// A school of the newest version with nothing switched on.
  public init() {}
}
