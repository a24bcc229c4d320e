import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The bytes of one response of HTTP/1.
struct ResponseBytes {
  /// A body up to this size is sent in one piece with what stands in front of it.
  private static let shortBody = 32 << 10

  private enum Framing {
    case length, chunks, connection, noBody
  }

  /// Whether everything has been appended.
  private(set) var isComplete = false
  /// Whether the end of the response is that of the connection.
  private(set) var closesConnection = false
  private var isHead = false
  private var isOld = false
  private var framing = Framing.noBody
  private var piece = ByteBuffer()
  private var pieces: [ByteBuffer] = []

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
    let fields: HTTPFields = [.contentLength: "0"]
    response.append(.head(HTTPResponse(status: status, headerFields: fields)), allocator: ByteBufferAllocator())
    return response.piece
  }

  mutating func append(_ part: HTTPResponsePart, allocator: ByteBufferAllocator) {
    switch part {
    case .head(let response):
      if piece.readableBytes == 0 { piece = allocator.buffer(capacity: 4096) }
      appendHead(response)
    case .body(let buffer): appendBody(buffer)
    case .end(let trailers):
      if framing == .chunks {
        piece.writeStaticString("0\r\n")
        for field in trailers ?? [:] { append(field) }
        piece.writeStaticString("\r\n")
      }
      isComplete = true
    }
  }

  /// What has been appended since the last call.
  mutating func takePieces() -> [ByteBuffer] {
    closePiece()
    defer { pieces.removeAll() }
    return pieces
  }

  private mutating func appendHead(_ response: HTTPResponse) {
    piece.writeStaticString("HTTP/1.1 ")
    piece.writeString(String(response.status.code))
    piece.writeStaticString(" ")
    piece.writeString(response.status.reasonPhrase)
    piece.writeStaticString("\r\n")
    var hasLength = false
    for field in response.headerFields {
      // How the body ends is for us to say.
      if field.name == .transferEncoding { continue }
      if field.name == .contentLength { hasLength = true }
      if field.name == .connection {
        if field.value.lowercased() == "close" { closesConnection = true }
        continue
      }
      append(field)
    }
    if response.status.kind != .informational { appendFraming(response.status, hasLength: hasLength) }
    piece.writeStaticString("\r\n")
  }

  private mutating func appendFraming(_ status: HTTPResponse.Status, hasLength: Bool) {
    if isHead || status == .noContent || status == .notModified {
      framing = .noBody
    } else if hasLength {
      framing = .length
    } else if isOld {
      framing = .connection
      closesConnection = true
    } else {
      framing = .chunks
      piece.writeStaticString("transfer-encoding: chunked\r\n")
    }
    if closesConnection {
      piece.writeStaticString("connection: close\r\n")
    } else if isOld {
      piece.writeStaticString("connection: keep-alive\r\n")
    }
  }

  private mutating func append(_ field: HTTPField) {
    piece.writeString(field.name.rawName)
    piece.writeStaticString(": ")
    piece.writeString(field.value)
    piece.writeStaticString("\r\n")
  }

  private mutating func appendBody(_ buffer: ByteBuffer) {
    guard framing != .noBody, buffer.readableBytes > 0 else { return }
    if framing == .chunks { piece.writeString(String(buffer.readableBytes, radix: 16) + "\r\n") }
    if buffer.readableBytes <= ResponseBytes.shortBody {
      piece.writeImmutableBuffer(buffer)
    } else {
      closePiece()
      pieces.append(buffer)
    }
    if framing == .chunks { piece.writeStaticString("\r\n") }
  }

  private mutating func closePiece() {
    guard piece.readableBytes > 0 else { return }
    pieces.append(piece)
    piece = ByteBuffer()
  }
}
