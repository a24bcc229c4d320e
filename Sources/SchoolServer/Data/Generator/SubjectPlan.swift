/// A subject of the invented curriculum with the chapters that its lessons are about.
struct SubjectPlan {
  let key: Int64
  let name: String
  let code: String
  let color: String
  /// Rooms that suit it; empty for the class's own room.
  let rooms: [String]
  /// In how many of a hundred lessons homework is given.
  let homeworkChance: Int
  /// The weight in report cards.
  let coefficient: Int
  /// How many teachers the school has for it.
  let teacherCount: Int
  /// What the year's lessons are about, in order.
  let chapters: [String]

  static let french: Int64 = 1
  static let maths: Int64 = 2
  static let history: Int64 = 3
  static let english: Int64 = 4
  static let spanish: Int64 = 5
  static let german: Int64 = 6
  static let biology: Int64 = 7
  static let physics: Int64 = 8
  static let technology: Int64 = 9
  static let arts: Int64 = 10
  static let music: Int64 = 11
  static let sport: Int64 = 12
  static let latin: Int64 = 13
  static let classLife: Int64 = 14

  /// Whether it is taught in groups across the classes of a level: second languages and Latin.
  var isTaughtInGroups: Bool {
    [SubjectPlan.spanish, SubjectPlan.german, SubjectPlan.latin].contains(key)
  }

  static let laboratories = ["Labo 1", "Labo 2", "Labo 3"]

  static let all: [SubjectPlan] = [
    SubjectPlan(
      key: french,
      name: "FRANÇAIS",
      code: "FRANC",
      color: "#D9583B",
      rooms: [],
      homeworkChance: 40,
      coefficient: 3,
      teacherCount: 5,
      chapters: [
        "Le récit d'aventures", "L'accord du participe passé", "La scène de théâtre", "La poésie lyrique",
        "Le discours rapporté", "La lettre et la presse", "Le récit fantastique", "Dire et débattre",
      ]
    ),
    SubjectPlan(
      key: maths,
      name: "MATHÉMATIQUES",
      code: "MATHS",
      color: "#3A7DC4",
      rooms: [],
      homeworkChance: 50,
      coefficient: 3,
      teacherCount: 4,
      chapters: [
        "Nombres relatifs", "Fractions et proportions", "Triangles et angles", "Calcul littéral", "Statistiques",
        "Aires & volumes", "Fonctions et graphiques", "Probabilités",
      ]
    ),
    SubjectPlan(
      key: history,
      name: "HISTOIRE-GÉOGRAPHIE",
      code: "HI-GE",
      color: "#B8860B",
      rooms: [],
      homeworkChance: 25,
      coefficient: 2,
      teacherCount: 4,
      chapters: [
        "Habiter une métropole", "La vie au Moyen Âge", "Les mobilités humaines", "Révolutions et empires",
        "Le développement durable", "L'Europe au XXe siècle", "Lire une carte", "La République et ses symboles",
      ]
    ),
    SubjectPlan(
      key: english,
      name: "ANGLAIS LV1",
      code: "AGL1",
      color: "#7E57C2",
      rooms: [],
      homeworkChance: 35,
      coefficient: 2,
      teacherCount: 4,
      chapters: [
        "Introducing yourself", "School life", "Past events", "Around the world", "Making plans", "Heroes & legends",
        "News and media", "The environment",
      ]
    ),
    SubjectPlan(
      key: spanish,
      name: "ESPAGNOL LV2",
      code: "ESP2",
      color: "#E91E63",
      rooms: [],
      homeworkChance: 30,
      coefficient: 2,
      teacherCount: 3,
      chapters: ["¿Quién eres?", "Mi barrio", "La familia", "De viaje", "Fiestas y tradiciones", "La comida"]
    ),
    SubjectPlan(
      key: german,
      name: "ALLEMAND LV2",
      code: "ALL2",
      color: "#455A64",
      rooms: [],
      homeworkChance: 30,
      coefficient: 2,
      teacherCount: 2,
      chapters: ["Meine Familie", "In der Schule", "Freizeit", "Die Stadt", "Essen & Trinken", "Reisen"]
    ),
    SubjectPlan(
      key: biology,
      name: "SCIENCES DE LA VIE ET DE LA TERRE",
      code: "SVT",
      color: "#43A047",
      rooms: laboratories,
      homeworkChance: 20,
      coefficient: 1,
      teacherCount: 3,
      chapters: ["La cellule", "Les séismes", "La nutrition des plantes", "L'effort physique", "Climat et météo"]
    ),
    SubjectPlan(
      key: physics,
      name: "PHYSIQUE-CHIMIE",
      code: "PH-CH",
      color: "#00838F",
      rooms: laboratories,
      homeworkChance: 25,
      coefficient: 1,
      teacherCount: 3,
      chapters: ["Mélanges et solutions", "Le circuit électrique", "Vitesse et mouvement", "L'énergie", "La lumière"]
    ),
    SubjectPlan(
      key: technology,
      name: "TECHNOLOGIE",
      code: "TECHN",
      color: "#6D4C41",
      rooms: ["Techno 1", "Techno 2"],
      homeworkChance: 10,
      coefficient: 1,
      teacherCount: 2,
      chapters: ["Objets connectés", "Cahier des charges", "Programmer un robot", "Matériaux", "Modélisation 3D"]
    ),
    SubjectPlan(
      key: arts,
      name: "ARTS PLASTIQUES",
      code: "A-PLA",
      color: "#F4511E",
      rooms: ["Salle d'arts"],
      homeworkChance: 8,
      coefficient: 1,
      teacherCount: 2,
      chapters: ["La ligne et la trace", "Le portrait", "L'espace", "La couleur", "L'objet détourné"]
    ),
    SubjectPlan(
      key: music,
      name: "ÉDUCATION MUSICALE",
      code: "EDMUS",
      color: "#C0A000",
      rooms: ["Salle de musique"],
      homeworkChance: 8,
      coefficient: 1,
      teacherCount: 2,
      chapters: ["La voix", "Rythmes du monde", "L'orchestre", "Musique et image", "Le blues"]
    ),
    SubjectPlan(
      key: sport,
      name: "ÉDUCATION PHYSIQUE ET SPORTIVE",
      code: "EPS",
      color: "#1E88E5",
      rooms: ["Gymnase A", "Gymnase B", "Stade municipal", "Piscine municipale"],
      homeworkChance: 0,
      coefficient: 1,
      teacherCount: 4,
      chapters: ["Course de durée", "Badminton", "Natation", "Handball", "Acrosport"]
    ),
    SubjectPlan(
      key: latin,
      name: "LCA LATIN",
      code: "LATIN",
      color: "#8D6E63",
      rooms: [],
      homeworkChance: 30,
      coefficient: 1,
      teacherCount: 2,
      chapters: ["La fondation de Rome", "La première déclinaison", "La maison romaine", "Dieux et héros", "Le forum"]
    ),
    SubjectPlan(
      key: classLife,
      name: "VIE DE CLASSE",
      code: "VIECL",
      color: "#90A4AE",
      rooms: [],
      homeworkChance: 0,
      coefficient: 0,
      teacherCount: 0,
      chapters: ["Organisation du travail", "Bilan de la quinzaine"]
    ),
  ]

  /// Every room of the school.
  static let rooms: [String] =
    (101...108).map(String.init) + (201...208).map(String.init) + laboratories + ["Techno 1", "Techno 2"]
    + ["Salle d'arts", "Salle de musique", "Gymnase A", "Gymnase B", "Stade municipal", "Piscine municipale"]
    + ["CDI", "Salle informatique", "Permanence"]

  static func plan(_ key: Int64) -> SubjectPlan {
    all.first { $0.key == key } ?? all[0]
  }
}
