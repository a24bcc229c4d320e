/// Bodies of session document 16.5.5, word for word.
enum DialectETranscript {
  /// 16.5.5: the Authentification request, nothing on.
  static let requests: [String] = [
    #"""
    {"session":4571826,"no":"516448a18390d8607d3e2f70306f14cd","id":"Authentification","dataSec":{"data":{"con\#
    nexion":0,"challenge":"0eb88da3dd2af022021a4487c45732b1b055d179f336d925351e4920a82db412f37e28a67d47ee06a80\#
    bdf07f65031f4","espace":3}}}
    """#
  ]

  /// 16.5.5: the Identification and Authentification answers, nothing on.
  static let answers: [String] = [
    #"""
    {"id":"Identification","session":4571826,"no":"1F84D410C918B3B90FA354771A26CA8A","dataSec":{"data":{"modeC\#
    ompLog":1,"modeCompMdp":0,"challenge":"EF4C6F47929D96D7A778BF9EE2E3A48F"},"nom":"Identification"}}
    """#,
    #"""
    {"id":"Authentification","session":4571826,"no":"DD91B4C0CC39720E72455EA245F64294","dataSec":{"data":{"lib\#
    elleUtil":"D\u00C9MO \u00C9lodie","cle":"B804F9F817DC3885134A4EF4EFAAB6EE20A81B75E6A508DC7754EFB2681074075\#
    7C27BC47296210FEC5CE629F726B4E39B904085A1FF024BCCF2F17431A78D02","derniereConnexion":{"_T":7,"V":"16/03/20\#
    21 18:42:07"}},"nom":"Authentification"}}
    """#,
  ]
}
