/// The JSON that the tool's contract promises.
extension JSONShape {
  /// The offsets of mainland France.
  static let mainland = ["+01:00", "+02:00"]

  static let diagnostics = JSONShape.list(.object(["location": .string, "message": .text]))

  static func timetable(offsets: [String] = mainland) -> JSONShape {
    .object([
      "student": .optional(.text), "from": .day, "to": .day, "lessons": .list(lesson(offsets: offsets)),
      "diagnostics": diagnostics,
    ])
  }

  static func lesson(offsets: [String] = mainland) -> JSONShape {
    .object([
      "id": .identifier, "start": .time(offsets), "end": .time(offsets),
      "kind": .word(["lesson", "council", "detention", "outing"]), "subject": .optional(.text),
      "teachers": .list(.text), "rooms": .list(.text), "groups": .list(.text), "isCancelled": .bool,
      "change": .optional(.word(["cancelled", "moved", "roomChanged", "substituted", "added", "other"])),
      "status": .optional(.text), "isTest": .bool, "memo": .optional(.text),
      "links": .list(.object(["url": .text, "label": .optional(.text)])),
    ])
  }

  private static let states = [
    "absent", "exempted", "notGraded", "unfit", "notHandedIn", "absentCountedZero", "notHandedInCountedZero",
    "congratulations", "empty",
  ]

  static let grades = JSONShape.object([
    "student": .text, "period": .text, "grades": .list(grade), "subjects": .list(subject),
    "average": .optional(.number), "classAverage": .optional(.number), "diagnostics": diagnostics,
  ])

  static let grade = JSONShape.object([
    "date": .optional(.day), "subject": .text, "value": .optional(.number), "state": .optional(.word(states)),
    "scale": .optional(.number), "coefficient": .optional(.number), "comment": .optional(.string),
    "classAverage": .optional(.number), "minimum": .optional(.number), "maximum": .optional(.number),
    "isBonus": .bool, "isOptional": .bool,
  ])

  static let subject = JSONShape.object([
    "name": .text, "average": .optional(.number), "classAverage": .optional(.number), "minimum": .optional(.number),
    "maximum": .optional(.number),
  ])

  static let averages = JSONShape.object([
    "student": .text, "period": .text, "subjects": .list(subject), "average": .optional(.number),
    "classAverage": .optional(.number), "diagnostics": diagnostics,
  ])

  static let homework = JSONShape.object([
    "student": .text, "from": .day, "to": .day,
    "homework": .list(
      .object([
        "id": .identifier, "due": .day, "assigned": .optional(.day), "subject": .text, "text": .text,
        "isDone": .bool, "attachments": .list(.object(["name": .text, "kind": .text])),
      ])
    ),
    "diagnostics": diagnostics,
  ])

  static let school = JSONShape.object([
    "name": .text, "version": .text, "address": .list(.text), "website": .optional(.text), "timeZone": .text,
    "year": .object([
      "name": .optional(.text), "firstMonday": .day, "firstDay": .optional(.day), "lastDay": .optional(.day),
      "workingDays": .list(.word(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])),
      "fortnights": .list(.object(["label": .text, "weeks": .list(.integer)])),
      "holidays": .list(.object(["name": .text, "firstDay": .day, "lastDay": .day])),
    ]),
    "periods": .list(
      .object([
        "name": .text, "kind": .word(["term", "halfYear", "year", "other"]), "start": .optional(.day),
        "end": .optional(.day),
      ])
    ),
    "diagnostics": diagnostics,
  ])

  static let probe = JSONShape.object([
    "url": .text, "name": .optional(.text), "version": .optional(.text), "dialect": .optional(.text),
    "isNewerThanKnown": .bool, "spaces": .list(.object(["space": .text, "name": .text, "page": .text])),
    "cas": .optional(.object(["isActive": .bool, "url": .optional(.text)])),
  ])

  static let login = JSONShape.object([
    "id": .identifier, "space": .text, "username": .text, "name": .text, "school": .text, "url": .text,
    "students": .list(.text),
  ])

  static let accounts = JSONShape.object([
    "accounts": .list(
      .object([
        "id": .identifier, "space": .text, "username": .text, "name": .text, "school": .text, "url": .text,
        "students": .list(.text), "timeZone": .text, "created": .time(["+00:00", "Z"]),
        "generation": .integer, "state": .word(["ready", "loginStarted", "needsPairing", "needsPerson"]),
        "lastSuccess": .optional(.time(["+00:00", "Z"])), "lastOutcome": .optional(.text), "isDefault": .bool,
        "session": .optional(
          .object(["opened": .time(["+00:00", "Z"]), "used": .time(["+00:00", "Z"]), "age": .integer])
        ),
      ])
    )
  ])

  static let announcement = JSONShape.object([
    "pronote": .text, "portal": .text, "cas": .text, "version": .text,
    "accounts": .list(
      .extended(
        ["space": .optional(.text), "username": .text, "password": .text, "note": .text],
        by: ["mail": .text, "totp": .text]
      )
    ),
  ])

  static let demo = JSONShape.object([
    "version": .text, "timetable": timetable(), "homework": homework, "grades": grades,
  ])

  /// The error object of every command.
  static func failure(code: String, step: String) -> JSONShape {
    .object(["error": .object(["code": .word([code]), "step": .word([step]), "message": .text, "facts": .anyObject])])
  }
}
