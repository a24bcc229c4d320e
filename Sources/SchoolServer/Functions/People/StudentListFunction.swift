import PronoteWire
import SchoolModel

/// Answers ListeRessources: the students of a class, for school-life staff (functions document 20.1).
enum StudentListFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.studentList)
    let schoolClass = try context.ids.key(payload.element("classe")?.n, .schoolClass)
    let students = try context.database.students(ofClass: schoolClass)
    return ["listeRessources": .elements(students.map { row($0, context) })]
  }

  private static func row(_ student: StudentRecord, _ context: FunctionContext) -> JSONValue {
    let person = student.person
    let row: JSONValue = [
      "N": .string(context.ids.id(.student, student.key)),
      "L": .string(student.label),
      "nom": .string(person.lastName),
      "prenoms": .string(([person.firstName] + person.middleNames).joined(separator: " ")),
      "sexe": .string(person.sex),
      "neLe": .wireDate(student.birthDate),
      "entree": .wireDate(student.entryDate),
      "listeProjets": .elements(
        student.supportPlans.map { ["typeAmenagement": .string($0.kind), "handicap": .string($0.condition)] }
      ),
    ]
    return student.options.enumerated().reduce(row) { $0.adding("option\($1.offset + 1)", .string($1.element)) }
  }
}
