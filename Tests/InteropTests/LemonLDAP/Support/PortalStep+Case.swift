import LemonLDAP

/// The step that a test expects; another one fails it and says which one came.
extension PortalStep {
  struct Unexpected: Error, CustomStringConvertible {
    let step: PortalStep
    var description: String { "an unexpected step: \(step)" }
  }

  var session: PortalSession {
    get throws {
      guard case .signedIn(let session) = self else { throw Unexpected(step: self) }
      return session
    }
  }

  var factor: SecondFactorRequest {
    get throws {
      guard case .secondFactor(let factor) = self else { throw Unexpected(step: self) }
      return factor
    }
  }

  var registration: BrowserRegistration {
    get throws {
      guard case .registrationOffered(let registration) = self else { throw Unexpected(step: self) }
      return registration
    }
  }

  var notice: PortalNotice {
    get throws {
      guard case .notice(let notice) = self else { throw Unexpected(step: self) }
      return notice
    }
  }

  var refusal: PortalRefusal {
    get throws {
      guard case .refused(let refusal) = self else { throw Unexpected(step: self) }
      return refusal
    }
  }
}
