import GRDB
import SchoolModel

extension SchoolGenerator {
  /// What was done in every lesson up to today (in week 1: all of it), planned tests, and homework.
  mutating func makeNotebook() throws {
    var random = random("notebook")
    let contentWriter = try RowWriter(db, "lessonContent", "key notebookKey position title html category themeKey")
    var contentKey: Int64 = 1
    for index in lessons.indices {
      let lesson = lessons[index]
      guard let subject = lesson.subjectKey else { continue }
      let week = calendar.year.weekNumber(of: lesson.date)
      let isHeld = !lesson.isCancelled && (lesson.date <= calendar.today || week == 1)
      guard isHeld || lesson.isTest else { continue }
      let key = lesson.key
      lessons[index].notebookKey = key
      lessons[index].category =
        lesson.isTest ? .classTest : random.pick([.lesson, .lesson, .lesson, .tutorial, .correction, .practical])
      guard isHeld else { continue }
      lessons[index].hasContent = true
      let plan = SubjectPlan.plan(subject)
      let chapterIndex = (week / 3) % plan.chapters.count
      let chapter = plan.chapters[chapterIndex]
      let html = SchoolTexts.fill(random.pick(SchoolTexts.contents), chapter: chapter, number: random.below(1000))
      try contentWriter.insert(
        contentKey,
        key,
        0,
        lesson.testTitle ?? "\(chapter) (\(week))",
        html,
        lessons[index].category.rawValue,
        random.chance(20) ? SchoolGenerator.themeKey(subject, chapter: chapterIndex) : nil
      )
      if random.chance(8) { try attach("cours.pdf", file: "cours.pdf", to: .lessonContent, contentKey) }
      if random.chance(4) {
        try attach(
          "Animation en ligne",
          url: "https://ressources.example/\(plan.code.lowercased())/\(week)",
          to: .lessonContent,
          contentKey,
          position: 1
        )
      }
      contentKey += 1
    }
    try makeHomework()
  }

  /// Homework of lessons that were held up to today or in week 1, due at a later lesson of the same course.
  private mutating func makeHomework() throws {
    var random = random("homework")
    let writer = try RowWriter(
      db,
      "homework",
      """
      key lessonKey notebookKey subjectKey classKey groupKey given due html minutes difficulty themeKey handIn \
      isUploadOpen
      """
    )
    let doneWriter = try RowWriter(db, "homeworkDone", "homeworkKey studentKey")
    var key: Int64 = 1
    // The demonstration student can always hand something in.
    var hasOpenUpload = false
    var nextDates: [Course: [LocalDate]] = [:]
    for (course, indexes) in lessonsByCourse() {
      nextDates[course] = indexes.filter { !lessons[$0].isCancelled }.map { lessons[$0].date }.sorted()
    }
    for index in lessons.indices {
      let lesson = lessons[index]
      guard let subject = lesson.subjectKey, lesson.hasContent, let classKey = lesson.classKeys.first else { continue }
      let plan = SubjectPlan.plan(subject)
      let isFirstOfMain = lesson.date == calendar.firstDay && lesson.classKeys.contains(cast.mainClass)
      guard random.chance(plan.homeworkChance) || (isFirstOfMain && plan.homeworkChance > 0) else { continue }
      let later = (nextDates[Course(classKey: classKey, subjectKey: subject)] ?? []).first { $0 > lesson.date }
      guard let due = later else { continue }
      let week = calendar.year.weekNumber(of: lesson.date)
      let chapterIndex = (week / 3) % plan.chapters.count
      var handIn: HomeworkRecord.HandIn = random.chance(10) ? .upload : random.chance(12) ? .paper : .none
      if !hasOpenUpload && due > calendar.today && isConcerned(cast.student, by: lesson) {
        handIn = .upload
        hasOpenUpload = true
      }
      let html = SchoolTexts.fill(
        random.pick(SchoolTexts.homework),
        chapter: plan.chapters[chapterIndex],
        number: random.below(1000)
      )
      try writer.insert(
        key,
        lesson.key,
        lesson.notebookKey,
        subject,
        lesson.groupKey == nil ? classKey : nil,
        lesson.groupKey,
        lesson.date.dayNumber,
        due.dayNumber,
        html,
        random.chance(60) ? 5 * random.number(in: 2...12) : 0,
        random.below(4),
        random.chance(25) ? SchoolGenerator.themeKey(subject, chapter: chapterIndex) : nil,
        handIn.rawValue,
        handIn == .upload && due >= calendar.today
      )
      lessons[index].hasHomework = true
      try attachToHomework(key, &random)
      for student in cast.studentsWithAccounts where isConcerned(student, by: lesson) {
        if random.chance(due < calendar.today ? 85 : 25) { try doneWriter.insert(key, student) }
      }
      key += 1
    }
  }

  private mutating func attachToHomework(_ key: Int64, _ random: inout SeededGenerator) throws {
    switch random.below(100) {
    case 0..<10: try attach("exercices.pdf", file: "exercices.pdf", to: .homework, key)
    case 10..<16: try attach("consignes.txt", file: "consignes.txt", to: .homework, key)
    case 16..<22: try attach("Exercices en ligne", url: "https://exercices.example/serie/\(key)", to: .homework, key)
    case 22..<25:
      try attach("exercices.pdf", file: "exercices.pdf", to: .homework, key)
      try attach("", url: "https://video.example/regarder?v=\(key)&t=30", to: .homework, key, position: 1)
    default: break
    }
  }

  /// Whether a student takes part in a lesson.
  func isConcerned(_ student: Int64, by lesson: PlannedLesson) -> Bool {
    guard let planned = students[student] else { return false }
    if let group = lesson.groupKey { return planned.groupKeys.contains(group) }
    if let key = lesson.studentKey { return key == student }
    return lesson.classKeys.contains(planned.classKey)
  }
}
