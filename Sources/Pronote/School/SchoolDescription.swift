public import SchoolModel

/// What a school's server tells without a login.
public struct SchoolDescription: Sendable, Hashable {
  /// A space that the school publishes.
  public struct Space: Sendable, Hashable {
    /// Which one.
    public var space: AccountSpace
    /// Its name as the school writes it.
    public var name: String
    /// Its page, such as `mobile.eleve.html`.
    public var page: String

    /// A space.
    public init(space: AccountSpace, name: String, page: String) {
      self.space = space
      self.name = name
      self.page = page
    }
  }

  /// The central sign-in (CAS) in front of the school.
  public struct CentralSignIn: Sendable, Hashable {
    /// Whether users are sent there.
    public var isActive: Bool
    /// Where it is.
    public var url: String?

    /// A central sign-in.
    public init(isActive: Bool, url: String?) {
      self.isActive = isActive
      self.url = url
    }
  }

  /// The school's name.
  public var name: String?
  /// The version of the server: `2026.2.5`.
  public var version: String?
  /// The letter of the generation that the version speaks: `a0`, `a`, `b`, `c`, `d` or `e`; nil without a version.
  public var dialect: String?
  /// Whether the version is later than any that this library was made for. It then speaks its newest dialect.
  public var isNewerThanKnown: Bool
  /// The spaces.
  public var spaces: [Space]
  /// The central sign-in; nil when the server says nothing about it.
  public var centralSignIn: CentralSignIn?

  /// A description.
  public init(
    name: String?,
    version: String?,
    dialect: String?,
    isNewerThanKnown: Bool,
    spaces: [Space],
    centralSignIn: CentralSignIn?
  ) {
    self.name = name
    self.version = version
    self.dialect = dialect
    self.isNewerThanKnown = isNewerThanKnown
    self.spaces = spaces
    self.centralSignIn = centralSignIn
  }
}
