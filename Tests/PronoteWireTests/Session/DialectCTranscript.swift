/// Bodies of session document 16.5.3, word for word.
enum DialectCTranscript {
  /// 16.5.3: the Identification request, nothing on.
  static let requests: [String] = [
    #"""
    {"session":4571826,"numeroOrdre":"18e4c3eb97be7e4cf58efbbe3c4a505e","nom":"Identification","donneesSec":{"\#
    data":{"genreConnexion":0,"genreEspace":3,"identifiant":"demonstration","pourENT":false,"enConnexionAuto":\#
    false,"demandeConnexionAuto":false,"demandeConnexionAppliMobile":false,"demandeConnexionAppliMobileJeton":\#
    false,"enConnexionAppliMobile":false,"uuidAppliMobile":"","loginTokenSAV":""}}}
    """#
  ]

  /// 16.5.3: the Authentification answer, nothing on.
  static let answers: [String] = [
    #"""
    {"nom":"Authentification","session":4571826,"numeroOrdre":"DD91B4C0CC39720E72455EA245F64294","donneesSec":\#
    {"data":{"libelleUtil":"D\u00C9MO \u00C9lodie","cle":"7AFF58DB41F055B868910031E78062C9A9AE25A66532D07E4459\#
    A5D1B56E8DBD968C6692BE2C581B4AE614A4F8F960DF87E29B48DD07DC4DFE2FDF8A50666A89","derniereConnexion":{"_T":7,\#
    "V":"16/03/2021 18:42:07"}},"nom":"Authentification"}}
    """#
  ]
}
