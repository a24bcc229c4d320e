import Foundation
import PronoteWire
import SchoolModel

extension InfoMobileApp {
  /// What a school tells apps.
  init(_ school: School) {
    self.init(
      nomEtab: school.database.establishment.name,
      version: school.version.numbers,
      date: school.configuration.clock.now.formatted(.iso8601),
      espaces: SpaceNumber.all.compactMap { space in
        guard let mobile = space.mobile else { return nil }
        return Espace(
          nom: space.name,
          url: "mobile.\(space.space.rawValue).html",
          // Servers before 2025 do not say, but a client of theirs wants it.
          genreEspace: mobile
        )
      }
    )
    // Whether the app has to go through the portal (session document 8.3, 13).
    casActif = school.origins.portal != nil
    casURL = school.origins.portal.map { "\($0)cas" }
    jetonCAS = school.origins.portal == nil ? nil : school.portalPairingToken
  }
}
