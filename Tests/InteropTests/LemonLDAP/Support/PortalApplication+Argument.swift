import SchoolServer

extension PortalApplication {
  /// As `Servers/lemonldap` takes it.
  var argument: String {
    address + (user.map { " only=\($0)" } ?? "") + (level > 0 ? " level=\(level)" : "")
  }
}
