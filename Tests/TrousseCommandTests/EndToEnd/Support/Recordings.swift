/// Recorded answers in the shape of real ones, made up for these tests.
enum Recordings {
  static let parameters = #"""
    {"data":{"identifiantNav":"A1B2","DateServeurHttp":{"_T":7,"V":"25/09/2024 08:15:00"},"avecMembre":false,
    "General":{"versionPN":"2025.2.6","NomEtablissement":"COLLÈGE IMAGINAIRE","AnneeScolaire":"2024-2025",
    "PremierLundi":{"_T":7,"V":"02/09/2024"},"PremiereDate":{"_T":7,"V":"02/09/2024"},
    "DerniereDate":{"_T":7,"V":"04/07/2025"},"JoursOuvres":{"_T":11,"V":"[1..5]"},"PlacesParJour":6,"PlacesParHeure":1,
    "ListeHeures":{"_T":24,"V":[{"G":0,"L":"08h00"},{"G":1,"L":"09h00"},{"G":2,"L":"10h15"},{"G":3,"L":"11h15"},
    {"G":4,"L":"13h30"},{"G":5,"L":"14h30"},{"G":6,"L":"15h30"}]},
    "ListeHeuresFin":{"_T":24,"V":[{"G":0,"L":"09h00"},{"G":1,"L":"10h00"},{"G":2,"L":"11h15"},{"G":3,"L":"12h15"},
    {"G":4,"L":"14h30"},{"G":5,"L":"15h30"},{"G":6,"L":"16h30"}]},
    "ListePeriodes":[{"N":"105#p1","L":"Trimestre 1","G":1,"periodeNotation":0,
    "dateDebut":{"_T":7,"V":"02/09/2024"},"dateFin":{"_T":7,"V":"29/11/2024"}},
    {"N":"105#s1","L":"Semestre 1","G":2,"dateDebut":{"_T":7,"V":"02/09/2024"},"dateFin":{"_T":7,"V":"31/01/2025"}}],
    "listeJoursFeries":{"_T":24,"V":[{"L":"Toussaint","dateDebut":{"_T":7,"V":"19/10/2024"},
    "dateFin":{"_T":7,"V":"03/11/2024"}}]},"DomainesFrequences":[{"_T":8,"V":"[1..44]"},{"_T":8,"V":"[1,3..5]"},
    {"_T":8,"V":"[2,6]"}],"LibellesFrequences":["","A","B",""]}},"nom":"FonctionParametres"}
    """#

  static let user = #"""
    {"data":{"ressource":{"L":"DURAND Mia","N":"46#m","G":4,"P":1,"Etablissement":{"_T":24,"V":{"L":"COLLÈGE IMAGINAIRE"}},
    "classeDEleve":{"L":"4B","N":"23#c"}},"autorisations":{},"listeOnglets":[{"G":7},{"G":16},{"G":61,"Onglet":[{"G":88}]}]},
    "nom":"ParametresUtilisateur"}
    """#

  static let parent = #"""
    {"data":{"ressource":{"L":"Mme DURAND","N":"128#p","G":5,"listeRessources":[{"L":"DURAND Mia","N":"46#m","G":4},
    {"L":"DURAND Noé","N":"46#n","G":4,"classeDEleve":{"L":"6A"}}]},"autorisations":{},"listeOnglets":[{"G":7}]}}
    """#

  static let information = #"""
    {"modeModif":true,"version":[2026,2,5],"date":"2026-11-18T07:00:00Z","CAS":{"actif":true,"casURL":"https://cas.example/cas"},
    "espaces":[{"nom":"Espace Élèves","URL":"mobile.eleve.html","genreEspace":6},{"nom":"Espace Parents","URL":"mobile.parent.html"}],
    "nomEtab":"COLLÈGE IMAGINAIRE"}
    """#

  /// Three lessons out of order (one cancelled and one with a link), one entry without a date, and a detention.
  static let timetable = #"""
    {"nom":"PageEmploiDuTemps","data":{"avecCoursAnnule":true,"ListeCours":[
    {"N":"29#2","G":0,"P":3,"place":8,"duree":2,"DateDuCours":{"_T":7,"V":"24/09/2024 10:15:00"},"Statut":"Prof. absent",
    "estAnnule":true,"AvecTafPublie":false,"ListeContenus":{"_T":24,"V":[{"L":"CHIMIE","N":"79#c","G":16},{"L":"OKAFOR T.","G":3}]}},
    {"N":"29#1","G":0,"P":2,"place":6,"duree":2,"DateDuCours":{"_T":7,"V":"24/09/2024 08:00:00"},"memo":"Apporter le livre",
    "cahierDeTextes":{"_T":24,"V":{"N":"18#t","estDevoir":true}},
    "listeVisios":{"_T":24,"V":[{"N":"178#v","url":{"_T":23,"V":"https://visio.example/7"},"libelleLien":"Salle 7"}]},
    "ListeContenus":{"_T":24,"V":[{"L":"ESPAGNOL","N":"79#e","G":16},{"L":"RUIZ A.","G":3},{"L":"[4ESP2]","N":"60#g","G":2},
    {"L":"B12","N":"129#b","G":17}]}},
    {"N":"29#9","G":0,"P":9,"place":9,"duree":1,"ListeContenus":{"_T":24,"V":[{"L":"PERDU","G":16}]}},
    {"N":"29#3","G":0,"P":9,"place":10,"duree":1,"estRetenue":true,"DateDuCours":{"_T":7,"V":"24/09/2024 13:30:00"},
    "ListeContenus":{"_T":24,"V":[{"L":"Retenue","estHoraire":true},{"L":"VIDAL P.","G":34},{"L":"Permanence","G":17}]}}]}}
    """#

  static let grades = #"""
    {"donnees":{"moyGenerale":{"_T":10,"V":"13,40"},"avecDetailDevoir":true,"avecDetailService":true,
    "listeServices":{"_T":24,"V":[{"N":"92#1","L":"MATHÉMATIQUES","ordre":1,"moyEleve":{"_T":10,"V":"14,10"},
    "moyClasse":{"_T":10,"V":"11,95"},"moyMin":{"_T":10,"V":"4"},"moyMax":{"_T":10,"V":"18,60"}}]},
    "listeDevoirs":{"_T":24,"V":[{"N":"73#1","G":59,"note":{"_T":10,"V":"15,50"},"bareme":{"_T":10,"V":"20"},
    "date":{"_T":7,"V":"19/09/2024"},"service":{"_T":24,"V":{"N":"92#1","L":"MATHÉMATIQUES"}},
    "periode":{"_T":24,"V":{"N":"105#p1","L":"Trimestre 1"}},"moyenne":{"_T":10,"V":"6,10"},"coefficient":"0,5",
    "commentaire":"Fractions","estBonus":true},
    {"N":"73#2","note":{"_T":10,"V":"|1"},"bareme":{"_T":10,"V":"20"},"date":{"_T":7,"V":"26/09/2024"},"coefficient":1,
    "service":{"_T":24,"V":{"N":"92#1","L":"MATHÉMATIQUES"}},"periode":{"_T":24,"V":{"N":"105#p1","L":"Trimestre 1"}}}]}}}
    """#

  static let homework = #"""
    {"ListeTravauxAFaire":{"_T":24,"V":[{"N":"38#1","descriptif":{"_T":21,"V":"<div>Lire le chapitre&nbsp;2 &amp; répondre</div>"},
    "PourLe":{"_T":7,"V":"26/09/2024"},"DonneLe":{"_T":7,"V":"19/09/2024"},"TAFFait":true,"niveauDifficulte":2,"duree":30,
    "Matiere":{"_T":24,"V":{"N":"79#f","L":"FRANÇAIS"}},"CouleurFond":"#D6512B",
    "ListePieceJointe":{"_T":24,"V":[{"N":"48#f","L":"questions.pdf","G":1},{"L":"Exercices","G":0,"url":"https://x.example/"}]},
    "ListeThemes":{"_T":24,"V":[]}}]}}
    """#
}
