import GRDB
import SchoolModel

extension SchoolGenerator {
  /// The accounts of design.md, section 6, and one for every other space.
  mutating func makeAccounts() throws {
    let staff = colleague(function: "cpe")?.key ?? 0
    var accounts = [
      AccountDraft("demonstration", .student, cast.student, note: "student of 3A"),
      AccountDraft("demonstration", .parent, cast.parent, note: "parent of two children, one named PARENT Fanny"),
      AccountDraft("demonstration", .teacher, cast.teacher, note: "head teacher of 3A"),
      AccountDraft("demonstration2", .staff, staff, note: "student lists"),
      AccountDraft(
        "pin",
        .student,
        cast.others["pin"] ?? 0,
        pin: "1234",
        note: "second factor: PIN, device registration"
      ),
      AccountDraft(
        "accents",
        .student,
        cast.others["accents"] ?? 0,
        password: "Élève été 2026 ✓",
        note: "a password outside ASCII"
      ),
      AccountDraft("inactif", .student, cast.others["inactif"] ?? 0, isDisabled: true, note: "disabled account"),
    ]
    let portal: [(String, AccountRecord.SecondFactor?, String)] = [
      ("dwho", .mail, "portal user: mail code"), ("rtyler", .totp, "portal user: TOTP"),
      ("msmith", nil, "portal user: no second factor"),
    ]
    for (login, factor, note) in portal {
      var account = AccountDraft(login, .student, cast.others[login] ?? 0, password: login, note: note)
      account.isPortalUser = true
      account.secondFactor = factor
      account.totpSecret = factor == .totp ? "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" : nil
      accounts.append(account)
    }
    let others: [(AccountSpace, Int64?)] = [
      (.management, colleague(function: "principal")?.key), (.assistant, colleague(function: "aesh")?.key),
      (.company, cast.tutor), (.authority, colleague(function: "inspector")?.key),
      (.enrolment, colleague(function: "secretary")?.key), (.tutor, cast.tutor),
    ]
    for (space, person) in others {
      accounts.append(AccountDraft("demonstration", space, person ?? 0, note: "opens the space, little else"))
    }
    accounts += undecidedAccounts
    let writer = try RowWriter(
      db,
      "account",
      "key login password space personKey pin isDisabled isPortalUser secondFactor totpSecret note"
    )
    for (index, account) in accounts.enumerated() {
      try writer.insert(
        index + 1,
        account.login,
        account.password,
        account.space.rawValue,
        account.person,
        account.pin,
        account.isDisabled,
        account.isPortalUser,
        account.secondFactor?.rawValue,
        account.totpSecret,
        account.note
      )
      if let protection = account.protection { try write(protection, account: index + 1) }
    }
  }

  /// Students who have to choose something when they sign in, one for every action of the second factor.
  private var undecidedAccounts: [AccountDraft] {
    func draft(
      _ login: String,
      _ mode: ProtectionRecord.Mode,
      pin: String? = nil,
      note: String,
      change: (inout ProtectionRecord) -> Void = { _ in }
    ) -> AccountDraft {
      var protection = ProtectionRecord(mode: mode)
      change(&protection)
      var account = AccountDraft(login, .student, cast.undecided[login] ?? 0, pin: pin, note: note)
      account.protection = protection
      return account
    }
    return [
      draft("nouveau", .undecided, note: "second factor: choose a password and a protection") {
        $0.mustChangePassword = true
        $0.mustChooseMode = true
      },
      draft("choix", .pin, note: "second factor: choose a PIN, device registration"),
      draft("appareil", .notification, note: "second factor: device registration"),
      draft("oubli", .pin, pin: "1234", note: "second factor: reset the PIN; the code is on the page mail.html") {
        $0.hasForgottenPIN = true
      },
    ]
  }

  private func write(_ protection: ProtectionRecord, account: Int) throws {
    let writer = try RowWriter(db, "protection", "account mode mustChangePassword mustChooseMode hasForgottenPIN")
    try writer.insert(
      account,
      protection.mode.rawValue,
      protection.mustChangePassword,
      protection.mustChooseMode,
      protection.hasForgottenPIN
    )
  }

  /// An account while the school is being made up.
  private struct AccountDraft {
    let login: String
    let password: String
    let space: AccountSpace
    let person: Int64
    let pin: String?
    let isDisabled: Bool
    var isPortalUser = false
    var secondFactor: AccountRecord.SecondFactor?
    var totpSecret: String?
    var protection: ProtectionRecord?
    let note: String

    init(
      _ login: String,
      _ space: AccountSpace,
      _ person: Int64,
      password: String = "pronotevs",
      pin: String? = nil,
      isDisabled: Bool = false,
      note: String
    ) {
      self.login = login
      self.space = space
      self.person = person
      self.password = password
      self.pin = pin
      self.isDisabled = isDisabled
      self.note = note
    }
  }
}
