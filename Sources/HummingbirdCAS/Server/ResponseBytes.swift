import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The bytes of one response of HTTP/1.
struct ResponseBytes {
  /// A body up to this size is sent in one piece with what stands in front of it.
  static let shortBody = 32 << 10

  private enum Framing {
    case length, chunks, connection, noBody
  }

  /// Whether everything has been appended.
  private(set) var isComplete = false
  /// Whether the end of the response is that of the connection.
  private(set) var closesConnection = false
  /// How much has been added since `takePiece()`.
  var length: Int { piece.readableBytes }

  private var isHead = false
  private var isOld = false
  private var framing = Framing.noBody
  private var piece = ByteBuffer()

  init() {}

  /// The response to a request.
  init(to request: IncomingRequest) {
    isHead = request.head.method == .head
    isOld = request.isOld
    closesConnection = !request.isKeepAlive
  }

  /// A response to what is no request.
  static func refusal(_ status: HTTPResponse.Status) -> ByteBuffer {
    var response = ResponseBytes()
    response.closesConnection = true
    response.appendHead(HTTPResponse(status: status, headerFields: [.contentLength: "0"]))
    return response.piece
  }

  /// Adds a part. What is too long to be copied is written at once, after what stands in front of it.
  mutating func append(_ part: HTTPResponsePart, write: (ByteBuffer) -> Void) {
    switch part {
    case .head(let response): appendHead(response)
    case .body(let buffer): appendBody(buffer, write: write)
    case .end(let trailers):
      if framing == .chunks {
        var text = "0\r\n"
        for field in trailers ?? [:] { ResponseBytes.append(field, to: &text) }
        piece.writeString(text + "\r\n")
      }
      isComplete = true
    }
  }

  /// What has been added since the last call, unless it was written.
  mutating func takePiece() -> ByteBuffer {
    defer { piece = ByteBuffer() }
    return piece
  }

  private mutating func appendHead(_ response: HTTPResponse) {
    var head = "HTTP/1.1 \(response.status.code) \(response.status.reasonPhrase)\r\n"
    head.reserveCapacity(512)
    var hasLength = false
    for field in response.headerFields {
      switch field.name {
      // How the body ends is for us to say.
      case .transferEncoding: continue
      case .connection:
        if field.value.lowercased() == "close" { closesConnection = true }
        continue
      case .contentLength: hasLength = true
      default: break
      }
      ResponseBytes.append(field, to: &head)
    }
    if response.status.kind != .informational { head += framing(of: response.status, hasLength: hasLength) }
    head += "\r\n"
    piece.writeString(head)
  }

  /// Decides how the body ends, and returns the fields that say so.
  private mutating func framing(of status: HTTPResponse.Status, hasLength: Bool) -> String {
    var fields = ""
    if isHead || status == .noContent || status == .notModified {
      framing = .noBody
    } else if hasLength {
      framing = .length
    } else if isOld {
      framing = .connection
      closesConnection = true
    } else {
      framing = .chunks
      fields += "transfer-encoding: chunked\r\n"
    }
    if closesConnection {
      fields += "connection: close\r\n"
    } else if isOld {
      fields += "connection: keep-alive\r\n"
    }
    return fields
  }

  /// Piece by piece: an interpolation would make a text of its own for each field.
  private static func append(_ field: HTTPField, to text: inout String) {
    text += field.name.rawName
    text += ": "
    text += field.value
    text += "\r\n"
  }

  private mutating func appendBody(_ buffer: ByteBuffer, write: (ByteBuffer) -> Void) {
    guard framing != .noBody, buffer.readableBytes > 0 else { return }
    if framing == .chunks { piece.writeString(String(buffer.readableBytes, radix: 16) + "\r\n") }
    if buffer.readableBytes <= ResponseBytes.shortBody {
      piece.writeImmutableBuffer(buffer)
    } else {
      write(takePiece())
      write(buffer)
    }
    if framing == .chunks { piece.writeString("\r\n") }
  }
}
