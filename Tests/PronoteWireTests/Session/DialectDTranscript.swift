/// Bodies of session document 16.5.4, word for word.
enum DialectDTranscript {
  /// 16.5.4: nothing on.
  static let requests: [String] = [
    #"""
    {"session":4571826,"no":"3fa959b13967e0ef176069e01e23c8d7","id":"FonctionParametres","dataSec":{"data":{"U\#
    uid":"AAECAwQFBgcICQoLDA0ODw==","identifiantNav":null}}}
    """#,
    #"""
    {"session":4571826,"no":"18e4c3eb97be7e4cf58efbbe3c4a505e","id":"Identification","dataSec":{"data":{"genre\#
    Connexion":0,"genreEspace":3,"identifiant":"demonstration","pourENT":false,"enConnexionAuto":false,"demand\#
    eConnexionAuto":false,"demandeConnexionAppliMobile":false,"demandeConnexionAppliMobileJeton":false,"enConn\#
    exionAppliMobile":false,"uuidAppliMobile":"","loginTokenSAV":""}}}
    """#,
    #"""
    {"session":4571826,"no":"516448a18390d8607d3e2f70306f14cd","id":"Authentification","dataSec":{"data":{"con\#
    nexion":0,"challenge":"972acd1eec13238b30157e019d7195aa17844cee25af8bd36250d51b436b85f3","espace":3}}}
    """#,
    #"""
    {"session":4571826,"no":"19dfa599e5ccdb93ec649f890eea76ed","id":"ParametresUtilisateur","dataSec":{}}
    """#,
  ]

  /// 16.5.4: nothing on.
  static let answers: [String] = [
    #"""
    {"id":"FonctionParametres","session":4571826,"no":"B3961095F9685612B2CAD63997DCE7CB","dataSec":{"data":{"D\#
    ateServeurHttp":{"_T":7,"V":"17/03/2021 10:00:00"}},"nom":"FonctionParametres"}}
    """#,
    #"""
    {"id":"Identification","session":4571826,"no":"1F84D410C918B3B90FA354771A26CA8A","dataSec":{"data":{"alea"\#
    :"6E4F2B91A7C0D358","modeCompLog":0,"modeCompMdp":0,"challenge":"8FAFDCB24E0560A516C8FBED361B1E1096B42256A\#
    75DF7BC3DFF4AAF5D242F16F53D6F276555EECD7FCAFCF085E9F674"},"nom":"Identification"}}
    """#,
    #"""
    {"id":"Authentification","session":4571826,"no":"DD91B4C0CC39720E72455EA245F64294","dataSec":{"data":{"lib\#
    elleUtil":"D\u00C9MO \u00C9lodie","cle":"7AFF58DB41F055B868910031E78062C9A9AE25A66532D07E4459A5D1B56E8DBD9\#
    68C6692BE2C581B4AE614A4F8F960DF87E29B48DD07DC4DFE2FDF8A50666A89","derniereConnexion":{"_T":7,"V":"16/03/20\#
    21 18:42:07"}},"nom":"Authentification"}}
    """#,
    #"""
    {"id":"ParametresUtilisateur","session":4571826,"no":"8772139428A82243A7A2F757BE469F1C","dataSec":{"data":\#
    {"ressource":{"L":"D\u00C9MO \u00C9lodie","N":"47#x","G":4}},"nom":"ParametresUtilisateur"}}
    """#,
  ]
}
