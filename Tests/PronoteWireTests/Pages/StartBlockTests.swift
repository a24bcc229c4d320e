import PronoteWire
import Testing

/// Session document 2.4.
@Suite struct `The start block` {
  private static func find(_ page: String) throws -> StartBlock {
    try #require(try StartBlock.find(in: page))
  }

  @Test(arguments: [
    #"<body id="id_body" onload="try { Start ({h:'4571826',a:3,d:true}) } catch (e) { messageErreur (e) }">"#,
    #"<body id="id_body" onload="try{Start({h:4571826,a:3,d:true})}catch(e){}">"#,
    "<body><script>try { Start ({h:4571826,a:3,d:true}); } catch (e) { messageErreur (e) }</script></body>",
    "<SCRIPT type='text/javascript'>\nwindow.x = 1;\nStart\n(\n{ h : 4571826 ,\r\n\ta : 3 , d : true }\n)\n</SCRIPT>",
    #"<body onload="Start ({h:&#39;4571826&#39;,a:3,d:true})">"#,
    #"<body onload="Start ({h:&apos;4571826&apos;,a:3,d:true})">"#,
    #"<body onload="Start ({&quot;h&quot;:&quot;4571826&quot;,&quot;a&quot;:3,&quot;d&quot;:true})">"#,
    #"<body onload='Start ({"h":"4571826","a":"3","d":true})'>"#,
    #"<body onload="Start&#32;(&#123;h:4571826,a:3,d:true&#x7d;)">"#,
    "Start ({h:'4571826',a:3,d:true})", "Start ({h:'4571826',a:3,d:true,})", "Start ({,h:4571826,,a:3,d:true})",
    "Start({'h':4571826,'a':3,'d':true})",
  ])
  func `is found in every form of page`(page: String) throws {
    let block = try Self.find(page)
    #expect(block.session == 4_571_826)
    #expect(block.space == 3)
    #expect(block.flag("d"))
    #expect(block.values.count == 3)
  }

  @Test func `keeps quotes apart from bare values`() throws {
    let block = try Self.find(#"Start ({h:'1',a:3,"b":"x",c:true,"d":5})"#)
    #expect(block.quotedKeys == ["h", "b"])
    #expect(block.values == ["h": "1", "a": "3", "b": "x", "c": "true", "d": "5"])
  }

  @Test func `keeps what stands in quotes as it is`() throws {
    let block = try Self.find(
      #"Start ({p:'{"Onglet":16}, a:9',u:"https://x.example/?a=1:2",h:'1',a:3,q:'it\'s \\ }',r:''})"#
    )
    #expect(block.values["p"] == #"{"Onglet":16}, a:9"#)
    #expect(block.values["u"] == "https://x.example/?a=1:2")
    #expect(block.values["q"] == #"it's \ }"#)
    #expect(block.values["r"] == "")
    #expect(block.space == 3)
  }

  @Test func `keeps nested objects, lists and calls as text`() throws {
    let block = try Self.find("Start ({h:1,x:{y:{z:'}'}},l:[1,{m:2},\"]\"],f:g(1,2),a:3})")
    #expect(block.values["x"] == "{y:{z:'}'}}")
    #expect(block.values["l"] == "[1,{m:2},\"]\"]")
    #expect(block.values["f"] == "g(1,2)")
    #expect(block.space == 3)
  }

  @Test func `reads negative numbers and accents`() throws {
    let block = try Self.find("Start ({h:1,a:3,e:-1,n:'Élève',é:2})")
    #expect(block.values["e"] == "-1")
    #expect(block.values["n"] == "Élève")
  }

  @Test(arguments: [
    #"<body onload="Start ({h:4571826,a:3,e:&#39;L&amp;O&#39;,f:&quot;A&#39;b&quot;})">"#,
    #"<body onload='Start ({h:4571826,a:3,e:"L&amp;O",f:"A&#39;b"})'>"#,
    #"<script>Start ({h:4571826,a:3,e:'L&O',f:"A'b"})</script>"#,
  ])
  func `has its entities decoded in an attribute`(page: String) throws {
    let block = try Self.find(page)
    #expect(block.values["e"] == "L&O")
    #expect(block.values["f"] == "A'b")
    #expect(block.quotedKeys == ["e", "f"])
  }

  @Test func `keeps entities in a script, where they are plain text`() throws {
    let block = try Self.find("<p>&eacute;</p><script>Start ({h:1,a:3,e:'&amp;'})</script>")
    #expect(block.values["e"] == "&amp;")
  }

  @Test func `is the one with a session when Start is called several times`() throws {
    let page = """
      function Start (x) {} RestStart ({h:9,a:9}); Start (); Start (42); Start ({a:1}); Start ({h:'x',a:1});
      Start ({h:5,a:6}); Start ({h:7,a:8})
      """
    let block = try Self.find(page)
    #expect(block.session == 5)
    #expect(block.space == 6)
  }

  @Test(arguments: [
    "", "Start", "Start (", "Start ()", "Start (h:1,a:3)", "start ({h:1,a:3})", "Restart ({h:1,a:3})",
    "Starter ({h:1,a:3})", "_Start({h:1,a:3})", "$Start({h:1,a:3})", "éStart({h:1,a:3})",
    "<html>La page a expiré</html>",
  ])
  func `is absent from other pages`(page: String) throws {
    #expect(try StartBlock.find(in: page) == nil)
  }

  @Test(arguments: [
    ("Start ({})", WireError.Code.missing), ("Start ({a:3})", .missing), ("Start ({h:1})", .missing),
    ("Start ({h:'',a:3})", .missing), ("Start ({h:-5,a:3})", .missing), ("Start ({h:'abc',a:3})", .missing),
    ("Start ({h:1,a:true})", .missing), ("Start ({h:99999999999999999999,a:3})", .missing),
    ("Start ({h:1,a:3", .syntax), ("Start ({h:'1,a:3})", .syntax), ("Start ({h", .syntax), ("Start ({h:", .syntax),
    ("Start ({h 1})", .syntax), ("Start ({:1})", .syntax), ("Start ({h:1,x:{a:3})", .syntax), ("Start ({", .syntax),
    (#"Start ({h:'1\"#, .syntax),
  ])
  func `without its numbers or its end is an error`(page: String, code: WireError.Code) {
    let error = #expect(throws: WireError.self) { try StartBlock.find(in: page) }
    #expect(error?.code == code)
  }

  @Test func `takes the first of two equal keys`() throws {
    #expect(try Self.find("Start ({h:1,a:3,h:2})").session == 1)
  }

  @Test func `has flags that are absent, false or true`() throws {
    let block = try Self.find("Start ({h:1,a:3,t:true,f:false,z:0,o:1,e:'',s:'yes'})")
    #expect(["t", "o", "s"].allSatisfy(block.flag))
    #expect(!["f", "z", "e", "missing"].contains(where: block.flag))
    #expect(block.has("f") && !block.has("missing"))
  }

  @Test func `holds the key of dialect a`() throws {
    let block = try Self.find("Start ({h:'1',a:3,MR:'\(TestPrivateKey.modulus)',ER:'010001'})")
    #expect(block.publicKey == SessionPublicKey(modulusHex: TestPrivateKey.modulus, exponentHex: "010001"))
    #expect(try Self.find("Start ({h:'1',a:3,MR:'00'})").publicKey == nil)
    #expect(try Self.find("Start ({h:'1',a:3,MR:'xyz',ER:'3'})").publicKey == nil)
  }

  @Test(
    arguments: [
      ("e:'8C1D0F',f:'A0F3'", "8C1D0F", "A0F3"), ("e:'-1',f:'A0F3'", nil, nil), ("e:-1,f:'x'", nil, nil),
      ("e:'',f:'x'", nil, nil), ("e:'x',f:''", nil, nil), ("e:'x'", nil, nil), ("g:3", nil, nil),
    ] as [(String, String?, String?)]
  )
  func `holds what a portal put into it`(pairs: String, login: String?, password: String?) throws {
    let credentials = try Self.find("Start ({h:1,a:3,\(pairs)})").portalCredentials
    #expect(credentials?.login == login)
    #expect(credentials?.password == password)
  }
}
