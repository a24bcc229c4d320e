import Foundation
import PronoteWire
import SchoolModel

/// What all sessions of a running school share.
struct School: Sendable {
  let configuration: SchoolServerConfiguration
  let version: ServerVersion
  let profile: WireProfile
  let database: SchoolDatabase
  let faults: FaultPlan
  let attempts: LoginAttempts
  /// The services that the CAS issuer works for.
  let casServices: CASServices
  /// What the CAS issuer and the portal remember.
  let casIssuer: CASIssuer
  /// The clock on its wall.
  let time: SchoolTime
  /// What is going to happen.
  let script: ScriptPlayer
  /// Who signed in.
  let signIns: SignInJournal
  /// The app tokens that were replaced.
  let replacedTokens = ReplacedTokens()
  /// Where the school is reached.
  let origins = SchoolOrigins()
  /// What the app shows to be paired on its way through the portal (session document 13).
  let portalPairingToken = Hex.encode(RandomBytes.make(16))
  /// The key of dialects a0 and a.
  let privateKey: SessionPrivateKey?

  init(configuration: SchoolServerConfiguration) throws {
    guard let version = ServerVersion(configuration.version), version.numbers.count >= 2 else {
      throw SchoolServerError(.badVersion, "“\(configuration.version)” is no version of PRONOTE, such as 2026.2.5")
    }
    self.configuration = configuration
    self.version = version
    casServices = try CASServices(configuration.casServices)
    casIssuer = CASIssuer(now: configuration.now)
    profile = WireProfile.profile(for: version)
    signIns = SignInJournal(observer: configuration.onSignIn)
    let today =
      configuration.today ?? LocalDateTime(configuration.clock.now, in: configuration.timeZone).date
    do {
      database = try SchoolDatabase.open(at: configuration.dataFile, today: today, seed: configuration.seed)
    } catch {
      throw SchoolServerError(.badData, "the school's data cannot be opened: \(error)")
    }
    time = SchoolTime(clock: configuration.clock, zone: configuration.timeZone, day: database.calendar.today)
    script = try ScriptPlayer(configuration.script, database: database, time: time, observer: configuration.onStep)
    faults = FaultPlan(configuration.faults)
    attempts = LoginAttempts(limit: faults.number(.rateLimit))
    privateKey = profile.seed == .publishedKey ? try SessionPrivateKey() : nil
  }

  /// What the school's wall clock shows.
  var now: LocalDateTime { time.now }

  /// The school's calendar as it stands today.
  var calendar: CalendarRecord { database.calendar.moved(to: now.date) }

  /// A channel for a new session.
  func channel(session: Int) -> ServerChannel {
    ServerChannel(
      profile: profile,
      session: session,
      encrypts: configuration.encrypt,
      compresses: configuration.compress
    )
  }
}
