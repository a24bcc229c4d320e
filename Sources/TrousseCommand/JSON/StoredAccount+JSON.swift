package import PronoteWire

extension StoredAccount {
  /// The object that `trousse accounts --json` prints for each account. Never the password.
  package var json: JSONValue {
    [
      "id": .string(id),
      "space": .string(space),
      "username": .string(username),
      "name": .string(name),
      "school": .string(schoolName),
      "url": .string(school),
      "students": .strings(students),
      "timeZone": .string(timeZone),
      "created": .string(created),
    ]
  }

  /// The object that `trousse login --json` prints.
  package var loginJSON: JSONValue {
    [
      "id": .string(id),
      "space": .string(space),
      "username": .string(username),
      "name": .string(name),
      "school": .string(schoolName),
      "url": .string(school),
      "students": .strings(students),
    ]
  }
}
