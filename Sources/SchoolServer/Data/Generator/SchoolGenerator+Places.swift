import Foundation
import GRDB
import SchoolModel

extension SchoolGenerator {
  /// The school, its subjects and rooms. The calendar is not stored: it follows from the day.
  mutating func writePlaces() throws {
    try RowWriter(db, "establishment", "key name address postcode city province country website phone email").insert(
      1,
      "COLLÈGE DES TROIS RIVIÈRES",
      "12 avenue des Tilleuls\nBâtiment principal\nBP 40\n",
      "99210",
      "Valombreuse",
      "",
      "France",
      "https://trois-rivieres.example",
      "0261910010",
      "secretariat@trois-rivieres.example"
    )
    let subjectWriter = try RowWriter(db, "subject", "key name code color position")
    let themeWriter = try RowWriter(db, "theme", "key subjectKey label")
    for subject in SubjectPlan.all {
      try subjectWriter.insert(subject.key, subject.name, subject.code, subject.color, Int(subject.key))
      for (index, chapter) in subject.chapters.enumerated() {
        try themeWriter.insert(SchoolGenerator.themeKey(subject.key, chapter: index), subject.key, chapter)
      }
    }
    let roomWriter = try RowWriter(db, "room", "key name")
    for (index, room) in SubjectPlan.rooms.enumerated() {
      rooms[room] = Int64(index + 1)
      try roomWriter.insert(Int64(index + 1), room)
    }
  }

  /// The key of a chapter of a subject among the themes.
  static func themeKey(_ subject: Int64, chapter: Int) -> Int64 {
    subject * 100 + Int64(chapter)
  }

  /// The files that attachments refer to.
  mutating func writeFiles() throws {
    let writer = try RowWriter(db, "file", "key name mediaType content")
    let contents: [(String, String, Data)] = [
      (
        "exercices.pdf", "application/pdf",
        SampleFiles.pdf(title: "Exercices", lines: ["1. Calculer.", "2. Justifier."])
      ),
      ("cours.pdf", "application/pdf", SampleFiles.pdf(title: "Cours", lines: ["Définitions", "Propriétés"])),
      ("sujet.pdf", "application/pdf", SampleFiles.pdf(title: "Sujet du devoir", lines: ["Durée : 55 minutes"])),
      ("corrigé.pdf", "application/pdf", SampleFiles.pdf(title: "Corrigé", lines: ["Question 1 : 42"])),
      ("plan du collège.pdf", "application/pdf", SampleFiles.pdf(title: "Plan du collège", lines: ["Bâtiment A"])),
      ("autorisation de sortie.pdf", "application/pdf", SampleFiles.pdf(title: "Autorisation", lines: ["Signature"])),
      ("consignes.txt", "text/plain; charset=utf-8", Data("À lire avant jeudi.\nRépondre aux questions 1 à 4.\n".utf8)),
      ("rapport.txt", "text/plain; charset=utf-8", Data("Bavardages répétés malgré les rappels.\n".utf8)),
      ("photo.jpg", "image/jpeg", SampleFiles.photo),
    ]
    for (index, file) in contents.enumerated() {
      files[file.0] = Int64(index + 1)
      try writer.insert(Int64(index + 1), file.0, file.1, file.2)
    }
  }
}
