import GRDB

/// The tables of the school.
///
/// Days are stored as days since 1970 (`LocalDate.dayNumber`), moments as seconds since 1970 on the school's wall clock,
/// lists of texts as lines, lists of keys as numbers separated by commas.
enum SchoolSchema {
  /// Changes whenever the tables or the meaning of their columns do.
  static let version = 1

  /// Makes every table in an empty database.
  static func create(in db: Database) throws {
    try db.execute(sql: places)
    try db.execute(sql: people)
    try db.execute(sql: timetable)
    try db.execute(sql: grades)
    try db.execute(sql: schoolLife)
    try db.execute(sql: communication)
  }

  /// Makes the indexes; done after generation, which is faster.
  static func createIndexes(in db: Database) throws {
    try db.execute(sql: indexes)
  }

  private static let places = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE establishment (
      key INTEGER PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL,
      province TEXT NOT NULL, country TEXT NOT NULL, website TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL);
    CREATE TABLE subject (
      key INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL, color TEXT NOT NULL, position INTEGER NOT NULL);
    CREATE TABLE room (key INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE theme (key INTEGER PRIMARY KEY, subjectKey INTEGER NOT NULL, label TEXT NOT NULL);
    CREATE TABLE file (key INTEGER PRIMARY KEY, name TEXT NOT NULL, mediaType TEXT NOT NULL, content BLOB NOT NULL);
    CREATE TABLE attachment (
      key INTEGER PRIMARY KEY, ownerKind INTEGER NOT NULL, ownerKey INTEGER NOT NULL, position INTEGER NOT NULL,
      name TEXT NOT NULL, kind INTEGER NOT NULL, url TEXT, fileKey INTEGER);
    """

  private static let people = """
    CREATE TABLE person (
      key INTEGER PRIMARY KEY, kind INTEGER NOT NULL, civility TEXT NOT NULL, lastName TEXT NOT NULL,
      firstName TEXT NOT NULL, middleNames TEXT NOT NULL, sex TEXT NOT NULL, functionKey INTEGER, functionName TEXT,
      email TEXT NOT NULL, phonePrefix TEXT NOT NULL, phone TEXT NOT NULL, landline TEXT NOT NULL,
      address TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL,
      acceptsDiscussions INTEGER NOT NULL, hasPhoto INTEGER NOT NULL);
    CREATE TABLE class (
      key INTEGER PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, headTeacherKey INTEGER NOT NULL);
    CREATE TABLE student (
      key INTEGER PRIMARY KEY REFERENCES person, rank INTEGER NOT NULL, classKey INTEGER NOT NULL REFERENCES class,
      nationalNumber TEXT NOT NULL, birthDate INTEGER NOT NULL, birthPlace TEXT NOT NULL, entryDate INTEGER NOT NULL,
      options TEXT NOT NULL, planKind TEXT, planCondition TEXT, isDelegate INTEGER NOT NULL);
    CREATE TABLE guardianship (
      studentKey INTEGER NOT NULL, guardianKey INTEGER NOT NULL, position INTEGER NOT NULL,
      relationship TEXT NOT NULL, responsibility TEXT NOT NULL, mayReceiveMail INTEGER NOT NULL,
      mayPickUp INTEGER NOT NULL, isEmergencyContact INTEGER NOT NULL,
      PRIMARY KEY (studentKey, guardianKey)) WITHOUT ROWID;
    CREATE TABLE studentGroup (
      key INTEGER PRIMARY KEY, name TEXT NOT NULL, isPartOfClass INTEGER NOT NULL, subjectKey INTEGER,
      classKeys TEXT NOT NULL);
    CREATE TABLE groupMember (
      studentKey INTEGER NOT NULL, groupKey INTEGER NOT NULL, PRIMARY KEY (studentKey, groupKey)) WITHOUT ROWID;
    CREATE TABLE account (
      key INTEGER PRIMARY KEY, login TEXT NOT NULL, password TEXT NOT NULL, space TEXT NOT NULL,
      personKey INTEGER NOT NULL REFERENCES person, pin TEXT, isDisabled INTEGER NOT NULL,
      isPortalUser INTEGER NOT NULL, secondFactor TEXT, totpSecret TEXT, note TEXT NOT NULL);
    CREATE TABLE service (
      key INTEGER PRIMARY KEY, classKey INTEGER NOT NULL, subjectKey INTEGER NOT NULL, teacherKey INTEGER NOT NULL,
      groupKey INTEGER, coefficient TEXT NOT NULL, weeklyMinutes INTEGER NOT NULL, isGraded INTEGER NOT NULL);
    """

  private static let timetable = """
    CREATE TABLE lesson (
      key INTEGER PRIMARY KEY, kind INTEGER NOT NULL, date INTEGER NOT NULL, slot INTEGER NOT NULL,
      duration INTEGER NOT NULL, rank INTEGER NOT NULL, subjectKey INTEGER, title TEXT, classKey INTEGER,
      groupKey INTEGER, studentKey INTEGER, teacherKey INTEGER, secondTeacherKey INTEGER, roomKey INTEGER,
      color TEXT NOT NULL, status TEXT, isCancelled INTEGER NOT NULL, memo TEXT, hasHomework INTEGER NOT NULL,
      companions TEXT, notebookKey INTEGER, notebookCategory INTEGER NOT NULL, hasContent INTEGER NOT NULL,
      isTest INTEGER NOT NULL);
    CREATE TABLE lessonLink (
      key INTEGER PRIMARY KEY, lessonKey INTEGER NOT NULL, url TEXT NOT NULL, label TEXT NOT NULL,
      comment TEXT NOT NULL);
    CREATE TABLE exemption (
      key INTEGER PRIMARY KEY, lessonKey INTEGER NOT NULL, studentKey INTEGER NOT NULL, reason TEXT NOT NULL,
      worksAtHome INTEGER NOT NULL, mustBePresent INTEGER NOT NULL);
    CREATE TABLE lessonContent (
      key INTEGER PRIMARY KEY, notebookKey INTEGER NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
      html TEXT NOT NULL, category INTEGER NOT NULL, themeKey INTEGER);
    CREATE TABLE homework (
      key INTEGER PRIMARY KEY, lessonKey INTEGER NOT NULL, notebookKey INTEGER, subjectKey INTEGER NOT NULL,
      classKey INTEGER, groupKey INTEGER, given INTEGER NOT NULL, due INTEGER NOT NULL, html TEXT NOT NULL,
      minutes INTEGER NOT NULL, difficulty INTEGER NOT NULL, themeKey INTEGER, handIn INTEGER NOT NULL,
      isUploadOpen INTEGER NOT NULL);
    CREATE TABLE homeworkDone (
      homeworkKey INTEGER NOT NULL, studentKey INTEGER NOT NULL,
      PRIMARY KEY (homeworkKey, studentKey)) WITHOUT ROWID;
    CREATE TABLE handIn (
      homeworkKey INTEGER NOT NULL, studentKey INTEGER NOT NULL, attachmentKey INTEGER NOT NULL,
      PRIMARY KEY (homeworkKey, studentKey)) WITHOUT ROWID;
    """

  private static let grades = """
    CREATE TABLE gradedTest (
      key INTEGER PRIMARY KEY, serviceKey INTEGER NOT NULL, periodKey INTEGER NOT NULL, title TEXT NOT NULL,
      date INTEGER NOT NULL, scale TEXT NOT NULL, coefficient TEXT NOT NULL, isBonus INTEGER NOT NULL,
      isOptional INTEGER NOT NULL, isBroughtTo20 INTEGER NOT NULL, paperName TEXT, paperFileKey INTEGER,
      correctionName TEXT, correctionFileKey INTEGER);
    CREATE TABLE mark (
      testKey INTEGER NOT NULL, studentKey INTEGER NOT NULL, value TEXT NOT NULL, remark TEXT NOT NULL,
      PRIMARY KEY (testKey, studentKey)) WITHOUT ROWID;
    CREATE TABLE skillPillar (key INTEGER PRIMARY KEY, label TEXT NOT NULL, prefixes TEXT NOT NULL);
    CREATE TABLE skillDomain (key INTEGER PRIMARY KEY, pillarKey INTEGER NOT NULL, label TEXT NOT NULL);
    CREATE TABLE skillItem (key INTEGER PRIMARY KEY, domainKey INTEGER NOT NULL, label TEXT NOT NULL);
    CREATE TABLE evaluation (
      key INTEGER PRIMARY KEY, serviceKey INTEGER NOT NULL, periodKey INTEGER NOT NULL, title TEXT NOT NULL,
      details TEXT NOT NULL, date INTEGER NOT NULL, coefficient INTEGER NOT NULL, stage TEXT NOT NULL);
    CREATE TABLE evaluationResult (
      key INTEGER PRIMARY KEY, evaluationKey INTEGER NOT NULL, studentKey INTEGER NOT NULL, position INTEGER NOT NULL,
      domainKey INTEGER NOT NULL, itemKey INTEGER, level INTEGER NOT NULL);
    CREATE TABLE reportRemark (
      studentKey INTEGER NOT NULL, periodKey INTEGER NOT NULL, serviceKey INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (studentKey, periodKey, serviceKey)) WITHOUT ROWID;
    CREATE TABLE reportAppreciation (
      studentKey INTEGER NOT NULL, periodKey INTEGER NOT NULL, code INTEGER NOT NULL, heading TEXT NOT NULL,
      text TEXT NOT NULL, PRIMARY KEY (studentKey, periodKey, code)) WITHOUT ROWID;
    """

  private static let schoolLife = """
    CREATE TABLE absence (
      key INTEGER PRIMARY KEY, studentKey INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER,
      isExcused INTEGER NOT NULL, isSettled INTEGER NOT NULL, hours TEXT NOT NULL, halfDays INTEGER NOT NULL,
      needsReason INTEGER NOT NULL, reason TEXT);
    CREATE TABLE delay (
      key INTEGER PRIMARY KEY, studentKey INTEGER NOT NULL, date INTEGER NOT NULL, minutes INTEGER NOT NULL,
      isExcused INTEGER NOT NULL, isSettled INTEGER NOT NULL, excuse TEXT NOT NULL, needsReason INTEGER NOT NULL,
      reason TEXT);
    CREATE TABLE punishment (
      key INTEGER PRIMARY KEY, studentKey INTEGER NOT NULL, natureKey INTEGER NOT NULL, natureLabel TEXT NOT NULL,
      natureCode INTEGER NOT NULL, date INTEGER NOT NULL, slot INTEGER, isExclusion INTEGER NOT NULL,
      isLinkedToIncident INTEGER NOT NULL, work TEXT NOT NULL, circumstances TEXT NOT NULL, reasons TEXT NOT NULL,
      authorKey INTEGER NOT NULL, minutes INTEGER NOT NULL);
    CREATE TABLE punishmentSession (
      key INTEGER PRIMARY KEY, punishmentKey INTEGER NOT NULL, date INTEGER NOT NULL, slot INTEGER NOT NULL,
      minutes INTEGER NOT NULL);
    CREATE TABLE observation (
      key INTEGER PRIMARY KEY, studentKey INTEGER NOT NULL, title TEXT NOT NULL, code INTEGER NOT NULL,
      date INTEGER NOT NULL, sectionKey INTEGER NOT NULL, sectionLabel TEXT NOT NULL, subjectKey INTEGER,
      comment TEXT NOT NULL, isRead INTEGER NOT NULL, needsAcknowledgement INTEGER NOT NULL,
      authorKey INTEGER NOT NULL);
    CREATE TABLE foodTag (
      key INTEGER PRIMARY KEY, isAllergen INTEGER NOT NULL, name TEXT NOT NULL, color TEXT NOT NULL);
    CREATE TABLE food (key INTEGER PRIMARY KEY, name TEXT NOT NULL, tagKeys TEXT NOT NULL);
    CREATE TABLE menu (key INTEGER PRIMARY KEY, date INTEGER NOT NULL, name TEXT NOT NULL);
    CREATE TABLE menuFood (
      menuKey INTEGER NOT NULL, position INTEGER NOT NULL, code INTEGER NOT NULL, foodKey INTEGER NOT NULL,
      PRIMARY KEY (menuKey, position)) WITHOUT ROWID;
    """

  private static let communication = """
    CREATE TABLE newsCategory (key INTEGER PRIMARY KEY, label TEXT NOT NULL);
    CREATE TABLE news (
      key INTEGER PRIMARY KEY, title TEXT NOT NULL, authorKey INTEGER NOT NULL, categoryKey INTEGER NOT NULL,
      created INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, isSurvey INTEGER NOT NULL,
      isAnonymous INTEGER NOT NULL, audience TEXT NOT NULL);
    CREATE TABLE newsQuestion (
      key INTEGER PRIMARY KEY, newsKey INTEGER NOT NULL, rank INTEGER NOT NULL, title TEXT NOT NULL,
      kind INTEGER NOT NULL, html TEXT NOT NULL, maximumChoices INTEGER NOT NULL);
    CREATE TABLE newsChoice (
      key INTEGER PRIMARY KEY, questionKey INTEGER NOT NULL, rank INTEGER NOT NULL, label TEXT NOT NULL,
      isFreeText INTEGER NOT NULL);
    CREATE TABLE newsState (
      newsKey INTEGER NOT NULL, personKey INTEGER NOT NULL, isRead INTEGER NOT NULL, isDeleted INTEGER NOT NULL,
      PRIMARY KEY (newsKey, personKey)) WITHOUT ROWID;
    CREATE TABLE newsAnswer (
      questionKey INTEGER NOT NULL, personKey INTEGER NOT NULL, value TEXT NOT NULL, freeText TEXT NOT NULL,
      date INTEGER NOT NULL, PRIMARY KEY (questionKey, personKey)) WITHOUT ROWID;
    CREATE TABLE discussion (
      key INTEGER PRIMARY KEY, subject TEXT NOT NULL, initiatorKey INTEGER NOT NULL, isClosed INTEGER NOT NULL);
    CREATE TABLE message (
      key INTEGER PRIMARY KEY, discussionKey INTEGER NOT NULL, sourceKey INTEGER, authorKey INTEGER NOT NULL,
      date INTEGER NOT NULL, isHTML INTEGER NOT NULL, content TEXT NOT NULL, isDraft INTEGER NOT NULL);
    CREATE TABLE participant (
      discussionKey INTEGER NOT NULL, personKey INTEGER NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY (discussionKey, personKey)) WITHOUT ROWID;
    CREATE TABLE possession (
      key INTEGER PRIMARY KEY, messageKey INTEGER NOT NULL, ownerKey INTEGER NOT NULL, isRead INTEGER NOT NULL,
      isTrashed INTEGER NOT NULL);
    """

  private static let indexes = """
    CREATE INDEX attachmentByOwner ON attachment (ownerKind, ownerKey);
    CREATE INDEX studentByClass ON student (classKey);
    CREATE INDEX guardianshipByGuardian ON guardianship (guardianKey);
    CREATE INDEX accountByLogin ON account (login);
    CREATE INDEX lessonByClass ON lesson (classKey, date);
    CREATE INDEX lessonByGroup ON lesson (groupKey, date);
    CREATE INDEX lessonByTeacher ON lesson (teacherKey, date);
    CREATE INDEX lessonByNotebook ON lesson (notebookKey);
    CREATE INDEX lessonByStudent ON lesson (studentKey, date) WHERE studentKey IS NOT NULL;
    CREATE INDEX lessonBySecondTeacher ON lesson (secondTeacherKey, date) WHERE secondTeacherKey IS NOT NULL;
    CREATE INDEX lessonLinkByLesson ON lessonLink (lessonKey);
    CREATE INDEX exemptionByStudent ON exemption (studentKey);
    CREATE INDEX contentByNotebook ON lessonContent (notebookKey);
    CREATE INDEX homeworkByClass ON homework (classKey, due);
    CREATE INDEX homeworkByGroup ON homework (groupKey, due);
    CREATE INDEX homeworkByNotebook ON homework (notebookKey);
    CREATE INDEX homeworkByLesson ON homework (lessonKey);
    CREATE INDEX serviceByClass ON service (classKey);
    CREATE INDEX testByService ON gradedTest (serviceKey, periodKey);
    CREATE INDEX evaluationByService ON evaluation (serviceKey, periodKey);
    CREATE INDEX resultByEvaluation ON evaluationResult (evaluationKey, studentKey);
    CREATE INDEX absenceByStudent ON absence (studentKey);
    CREATE INDEX delayByStudent ON delay (studentKey);
    CREATE INDEX punishmentByStudent ON punishment (studentKey);
    CREATE INDEX sessionByPunishment ON punishmentSession (punishmentKey);
    CREATE INDEX observationByStudent ON observation (studentKey);
    CREATE INDEX menuByDate ON menu (date);
    CREATE INDEX questionByNews ON newsQuestion (newsKey);
    CREATE INDEX choiceByQuestion ON newsChoice (questionKey);
    CREATE INDEX messageByDiscussion ON message (discussionKey);
    CREATE INDEX possessionByOwner ON possession (ownerKey);
    CREATE INDEX possessionByMessage ON possession (messageKey);
    """
}
