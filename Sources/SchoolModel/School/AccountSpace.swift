/// The part of PRONOTE that an account opens ("espace"): one for each kind of person.
///
/// The raw value is the name of the space's page, without `.html`. The nine spaces of the protocol are constants; a
/// school may publish more (``tutor``).
public struct AccountSpace: RawRepresentable, Hashable, Sendable {
  /// The value that stands for it in texts or on the wire.
  public let rawValue: String

  /// What a value stands for, with or without a constant here.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Students ("élèves").
  public static let student = AccountSpace(rawValue: "eleve")
  /// Parents and guardians.
  public static let parent = AccountSpace(rawValue: "parent")
  /// Teachers ("professeurs").
  public static let teacher = AccountSpace(rawValue: "professeur")
  /// School-life staff ("vie scolaire").
  public static let staff = AccountSpace(rawValue: "viescolaire")
  /// Management ("direction").
  public static let management = AccountSpace(rawValue: "direction")
  /// Support persons ("accompagnants").
  public static let assistant = AccountSpace(rawValue: "accompagnant")
  /// Companies that take interns ("entreprises").
  public static let company = AccountSpace(rawValue: "entreprise")
  /// The education authority ("académie").
  public static let authority = AccountSpace(rawValue: "academie")
  /// Enrolment ("inscription").
  public static let enrolment = AccountSpace(rawValue: "inscription")
  /// Internship tutors ("tuteurs").
  public static let tutor = AccountSpace(rawValue: "tuteur")

  /// Every space with a constant, in the order of the protocol document, 2.1.
  public static let all: [AccountSpace] = [
    .management, .teacher, .staff, .parent, .assistant, .student, .company, .authority, .enrolment, .tutor,
  ]

  private static let englishNames: [(AccountSpace, String)] = [
    (.student, "student"), (.parent, "parent"), (.teacher, "teacher"), (.staff, "staff"),
    (.management, "management"), (.assistant, "assistant"), (.company, "company"), (.authority, "authority"),
    (.enrolment, "enrolment"), (.tutor, "tutor"),
  ]

  /// The English name: `student`, `parent`, `teacher`, `staff`, …; the page's own name when there is none.
  public var name: String {
    AccountSpace.englishNames.first { $0.0 == self }?.1 ?? rawValue
  }

  /// The space with an English name (`student`) or a page name (`eleve`, `mobile.eleve.html`).
  public init?(named text: some StringProtocol) {
    var name = text.lowercased()
    if name.hasPrefix("mobile.") { name.removeFirst(7) }
    if name.hasSuffix(".html") { name.removeLast(5) }
    if let known = AccountSpace.englishNames.first(where: { $0.1 == name || $0.0.rawValue == name }) {
      self = known.0
    } else {
      return nil
    }
  }
}

extension AccountSpace: CustomStringConvertible {
  /// The English name.
  public var description: String { name }
}
