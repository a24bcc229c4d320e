/// Bodies of session document 16.5.1 and 16.5.2, word for word.
enum DialectATranscript {
  /// 16.5.1: nothing on.
  static let requests: [String] = [
    #"""
    {"session":4571826,"numeroOrdre":"3fa959b13967e0ef176069e01e23c8d7","nom":"FonctionParametres","donneesSec\#
    ":{"donnees":{"Uuid":"AAECAwQFBgcICQoLDA0ODw==","identifiantNav":null}}}
    """#,
    #"""
    {"session":4571826,"numeroOrdre":"18e4c3eb97be7e4cf58efbbe3c4a505e","nom":"Identification","donneesSec":{"\#
    donnees":{"genreConnexion":0,"genreEspace":3,"identifiant":"demonstration","pourENT":false,"enConnexionAut\#
    o":false,"demandeConnexionAuto":false,"demandeConnexionAppliMobile":false,"demandeConnexionAppliMobileJeto\#
    n":false,"enConnexionAppliMobile":false,"uuidAppliMobile":"","loginTokenSAV":""}}}
    """#,
    #"""
    {"session":4571826,"numeroOrdre":"516448a18390d8607d3e2f70306f14cd","nom":"Authentification","donneesSec":\#
    {"donnees":{"connexion":0,"challenge":"972acd1eec13238b30157e019d7195aa17844cee25af8bd36250d51b436b85f3","\#
    espace":3}}}
    """#,
    #"""
    {"session":4571826,"numeroOrdre":"19dfa599e5ccdb93ec649f890eea76ed","nom":"ParametresUtilisateur","donnees\#
    Sec":{}}
    """#,
  ]

  /// 16.5.1: nothing on.
  static let answers: [String] = [
    #"""
    {"nom":"FonctionParametres","session":4571826,"numeroOrdre":"B3961095F9685612B2CAD63997DCE7CB","donneesSec\#
    ":{"donnees":{"DateServeurHttp":{"_T":7,"V":"17/03/2021 10:00:00"}},"nom":"FonctionParametres"}}
    """#,
    #"""
    {"nom":"Identification","session":4571826,"numeroOrdre":"1F84D410C918B3B90FA354771A26CA8A","donneesSec":{"\#
    donnees":{"alea":"6E4F2B91A7C0D358","modeCompLog":0,"modeCompMdp":0,"challenge":"8FAFDCB24E0560A516C8FBED3\#
    61B1E1096B42256A75DF7BC3DFF4AAF5D242F16F53D6F276555EECD7FCAFCF085E9F674"},"nom":"Identification"}}
    """#,
    #"""
    {"nom":"Authentification","session":4571826,"numeroOrdre":"DD91B4C0CC39720E72455EA245F64294","donneesSec":\#
    {"donnees":{"libelleUtil":"D\u00C9MO \u00C9lodie","cle":"7AFF58DB41F055B868910031E78062C9A9AE25A66532D07E4\#
    459A5D1B56E8DBD968C6692BE2C581B4AE614A4F8F960DF87E29B48DD07DC4DFE2FDF8A50666A89","derniereConnexion":{"_T"\#
    :7,"V":"16/03/2021 18:42:07"}},"nom":"Authentification"}}
    """#,
    #"""
    {"nom":"ParametresUtilisateur","session":4571826,"numeroOrdre":"8772139428A82243A7A2F757BE469F1C","donnees\#
    Sec":{"donnees":{"ressource":{"L":"D\u00C9MO \u00C9lodie","N":"47#x","G":4}},"nom":"ParametresUtilisateur"\#
    }}
    """#,
  ]

  /// 16.5.2: secured parts with encryption only, as far as given (`C` request, `S` answer).
  static let encryptedParts: [String: String] = [
    "C FonctionParametres": #"""
    2a58ea760df6259639dd35d95ca0efd305b56a545e3a30ec3e653455b1454179cc0a92386230276de98310a048990aa1458ba12ae5\#
    65ab73d81c0100f6094fc3111c5a882b8c824e4d4839948569c9ab
    """#,
    "S FonctionParametres": #"""
    68C31B286E998B1D04995BD134B77ECCC65095771797F3899696DDF5C6E75A08AE7AA90A89B035CDD9B1D6D2F8A201F54B7F67441B\#
    B335C7A05EDB6E6D9146516117C72CEF988AE808A0F913A5761D787D35770810F042C715E66CEBF256FD9E
    """#,
    "C Authentification": #"""
    71a0b850625fdebc35cb92a7213d604480962c551e92b3f74edeb895864b10ff0c2f350e04af834c15f76e376d43f45217174e9325\#
    06a0bbf0ae7456778590f5239db66d73d681f9a9083d591ecc2f1774a648c3cc092fde4f179f8ebcc8365c8cc3066bdb3d0b0c1878\#
    7a3cc1853b630bef42772bd9380e831555540e1066b9
    """#,
    "S ParametresUtilisateur": #"""
    47C8C522B7D4C5D329FF491D0A1E9F77A150F3F1317A052D93AA0860F1CC2F068113DC88B000E40AA78E92D4ED931F431EB0A75464\#
    91D13A51C0EF3354F86D907DBCF6C82D758FF8017B3021A60749CB147E99A6BBE403246AA1870C66BB826D07FC1D71F7C58AFD30D6\#
    B27EEA34B46A
    """#,
  ]
}
