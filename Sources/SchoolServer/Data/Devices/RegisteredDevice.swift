/// A device in the list that an account's owner sees.
struct RegisteredDevice: Sendable, Hashable {
  /// What kind of device it is, by its number on the wire (session document 9.1).
  enum Source: Int, Sendable {
    case app = 1
    case browser = 2
  }

  let source: Source
  /// The `uuidAppliMobile` of an app, the `identifiantNav` of a browser.
  let identifier: String
  /// Its name; nil for an app that was paired and never named.
  let label: String?
}
