package import PronoteWire
import SchoolModel

extension SchoolDescription {
  /// What `infoMobileApp.json` says.
  package init(_ info: InfoMobileApp) {
    let version = info.version.isEmpty ? nil : ServerVersion(info.version)
    self.init(
      name: info.nomEtab,
      version: version?.description,
      dialect: version.map { WireProfile.profile(for: $0).dialect.rawValue },
      isNewerThanKnown: version.map(WireProfile.isNewerThanKnown) ?? false,
      spaces: info.espaces.map { space in
        let page = space.url.split(separator: "/").last.map(String.init) ?? space.url
        let known = AccountSpace(named: page)
        return Space(space: known ?? AccountSpace(rawValue: page), name: space.nom, page: page)
      },
      centralSignIn: info.casActif.map { CentralSignIn(isActive: $0, url: info.casURL) }
    )
  }
}
