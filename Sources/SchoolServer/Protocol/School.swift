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
    let today = configuration.today ?? LocalDateTime(Date(), in: configuration.timeZone).date
    do {
      database = try SchoolDatabase.open(at: configuration.dataFile, today: today, seed: configuration.seed)
    } catch {
      throw SchoolServerError(.badData, "the school's data cannot be opened: \(error)")
    }
    faults = FaultPlan(configuration.faults)
    attempts = LoginAttempts(limit: faults.number(.rateLimit))
    privateKey = profile.seed == .publishedKey ? try SessionPrivateKey() : nil
  }

  /// The school's wall clock: its day, which may be simulated, at the time that it really is there.
  var now: LocalDateTime {
    let real = LocalDateTime(Date(), in: configuration.timeZone)
    return database.calendar.today.at(real.time)
  }

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
