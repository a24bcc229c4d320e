import Foundation
import GRDB
import SchoolModel

extension Reference {
  /// Reads a key and a label.
  init(row: Row) {
    self.init(key: row[0], label: row[1])
  }
}

extension SubjectRecord {
  init(row: Row) {
    self.init(
      key: row["key"],
      name: row["name"],
      code: row["code"],
      color: row["color"],
      order: row["position"]
    )
  }

  /// What stands for a subject that the database does not have.
  static let unknown = SubjectRecord(key: 0, name: "", code: "", color: "#808080", order: 99)

  /// The subject as other records name it.
  var reference: Reference { Reference(key: key, label: name) }
}

extension GroupRecord {
  init(row: Row) {
    self.init(
      key: row["key"],
      name: row["name"],
      isPartOfClass: row["isPartOfClass"],
      subjectKey: row["subjectKey"],
      classKeys: (row["classKeys"] as String).keys
    )
  }
}

extension PersonRecord {
  init(row: Row) {
    let function: Int64? = row["functionKey"]
    self.init(
      key: row["key"],
      kind: PersonKind(rawValue: row["kind"]) ?? .staff,
      civility: row["civility"],
      lastName: row["lastName"],
      firstName: row["firstName"],
      middleNames: (row["middleNames"] as String).storedLines.filter { !$0.isEmpty },
      sex: row["sex"],
      function: function.map { Reference(key: $0, label: row["functionName"]) },
      email: row["email"],
      phonePrefix: row["phonePrefix"],
      phone: row["phone"],
      landline: row["landline"],
      addressLines: (row["address"] as String).storedLines,
      postcode: row["postcode"],
      city: row["city"],
      country: row["country"],
      acceptsDiscussions: row["acceptsDiscussions"],
      hasPhoto: row["hasPhoto"]
    )
  }
}

extension EstablishmentRecord {
  /// Reads the school.
  static func load(from db: Database) throws -> EstablishmentRecord {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM establishment")
    guard let row else {
      throw SchoolDataError(code: .unknownFile, message: "the file holds no school")
    }
    return EstablishmentRecord(
      key: row["key"],
      name: row["name"],
      addressLines: (row["address"] as String).storedLines,
      postcode: row["postcode"],
      city: row["city"],
      province: row["province"],
      country: row["country"],
      website: row["website"],
      phone: row["phone"],
      email: row["email"]
    )
  }
}

extension LessonLinkRecord {
  /// Reads a link and the lesson that it belongs to.
  static func load(row: Row) -> (Int64, LessonLinkRecord) {
    (
      row["lessonKey"],
      LessonLinkRecord(key: row["key"], url: row["url"], label: row["label"], comment: row["comment"])
    )
  }
}

extension AttachmentRecord {
  init(row: Row) {
    self.init(
      key: row["key"],
      name: row["name"],
      kind: Kind(rawValue: row["kind"]) ?? .file,
      url: row["url"]
    )
  }
}

extension FileRecord {
  init(row: Row) {
    self.init(name: row["name"], mediaType: row["mediaType"], content: row["content"])
  }
}

extension Database {
  /// What is attached to something, in order.
  func attachments(of owner: AttachmentOwner, _ key: Int64) throws -> [AttachmentRecord] {
    try rows(
      "SELECT key, name, kind, url FROM attachment WHERE ownerKind = ? AND ownerKey = ? ORDER BY position",
      [owner.rawValue, key],
      map: AttachmentRecord.init(row:)
    )
  }
}
