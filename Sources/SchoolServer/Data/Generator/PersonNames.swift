/// Invented names of people and streets; any resemblance is by chance.
enum PersonNames {
  static let last = """
    ABADIE ALLARD AMARI ARNAL ASSELIN AUBERTIN AZOULAY BACHELET BALDE BARBIER BASTIDE BELKACEM BENALI BERGERON BESSON \
    BLANCHET BOCQUET BONNAFOUS BORDENAVE BOUCHARD BOURDIN BRACHET BRETON CALVET CAMARA CARPENTIER CASTELLI CAZENAVE \
    CHABERT CHAMBON CHERIF CISSE CLAVEL COLLIN CORDIER COSTA COULIBALY CROUZET DACOSTA DAUMAS DELAGE DELMAS DEVAUX \
    DIALLO DIARRA DUCROS DUMONTEIL DURIEUX ESCOFFIER ESTEVE FABREGUE FARGUES FAVREAU FERRAND FONTAINE FOUQUET GARNIER \
    GAUTHEROT GIRAUDET GODARD GOMES GRANDIN GRIMAUD GUEYE GUILBERT HADDAD HAMIDI HEBERT HOARAU HUYNH IMBERT JACQUOT \
    JOUBERT KABORE KADIRI KEITA KOUASSI LABORDE LACOMBE LAFON LAMOUREUX LANGLET LAVIGNE LEBRETON LECLAIR LEFORT LEGOFF \
    LEMAIRE LESAGE LOPES MAILLARD MALLET MARCHAND MARTINEAU MASSON MEBARKI MENARD MERCADIER MONTEIL MOUTON NAVARRO \
    NGUYEN NICOLAI NOBLET OUEDRAOGO PAGES PASQUIER PEREIRA PERRIN PHAM POITEVIN POULAIN PRADAL QUEMENER RAMOS RAYNAL \
    RENAUDIN REVEL RIBEIRO RICHARD RIGAL ROCHETTE ROUSSEL SABATIER SAIDI SALMON SANTINI SAVARY SEGUIN SERRES SIMONET \
    SOULIER SYLLA TAILLEFER TARDIEU TERRIER THIBAUT TISSERAND TOURE TRAN VACHER VALLET VANNIER VERDIER VIGNAL VILLARD \
    VINCENOT WEBER ZAMORA ZIANI
    """.split(separator: " ").map(String.init)

  static let female = """
    Adèle Aïcha Alice Aline Amandine Ambre Anaïs Anna Apolline Assia Camille Capucine Céleste Chloé Clara Clémence Coline \
    Diane Élise Eloïse Emma Esther Fatou Flora Gabrielle Hanna Héloïse Inès Iris Jade Jeanne Julia Kadiatou Lan Léa Léonie \
    Lina Lola Louise Lucie Maëlle Manon Margot Maya Mélina Mila Nina Noémie Nour Olivia Romane Rose Salomé Sarah Sofia \
    Suzanne Yasmine Zélie Zoé
    """.split(separator: " ").map(String.init)

  static let male = """
    Aaron Abel Adam Adrien Aksel Alexis Amadou Anatole Antonin Arthur Augustin Bastien Basile Côme Corentin Damien Eliott \
    Émile Enzo Ethan Félix Gabin Gaspard Hamza Ibrahim Ilyès Ismaël Jean Joachim Joseph Jules Kévin Lenny Léon Liam Loïc \
    Louis Lucas Malo Marius Martin Mathis Maxime Milan Minh Naël Nathan Noah Octave Oscar Paul Raphaël Rayan Robin Sacha \
    Samuel Simon Théo Tiago Timothée Tom Valentin Victor Yanis Zacharie
    """.split(separator: " ").map(String.init)

  static let adultFemale = """
    Agnès Béatrice Brigitte Carine Catherine Claire Danièle Delphine Estelle Fabienne Florence Géraldine Hélène Isabelle \
    Karima Laure Magali Marianne Nadia Nathalie Odile Patricia Rachel Sandrine Séverine Sylvie Valérie Virginie
    """.split(separator: " ").map(String.init)

  static let adultMale = """
    Alain Bernard Christophe Cyril Denis Didier Emmanuel Éric Franck Gérard Gilles Hervé Hugues Jérôme Karim Laurent Marc \
    Michel Nicolas Olivier Pascal Philippe Rachid Sébastien Stéphane Thierry Vincent Yves
    """.split(separator: " ").map(String.init)

  static let streets = [
    "rue des Tilleuls", "avenue du Moulin", "rue de la Fontaine", "impasse des Lilas", "chemin du Verger",
    "place du Marché", "rue des Carmes", "allée des Cerisiers", "boulevard du Canal", "rue du Vieux Pont",
    "rue Haute", "quai des Tanneurs",
  ]

  static let towns = [
    ("99210", "Valombreuse"), ("99210", "Valombreuse"), ("99210", "Valombreuse"), ("99220", "Saint-Amaric"),
    ("99230", "Pont-l'Ormeau"), ("99240", "La Roche-Claire"),
  ]
}
