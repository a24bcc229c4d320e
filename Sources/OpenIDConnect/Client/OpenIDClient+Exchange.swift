import Foundation
import WebSession

extension OpenIDClient {
  /// The longest answer that is read, in bytes.
  static let maximumAnswer = 256 << 10

  /// Sends one request to the provider. No cookie goes along: LemonLDAP::NG 2.16 refuses users who are signed in (sso
  /// document c.11). No redirect is followed.
  func exchange(_ request: WebRequest, step: String) async throws -> WebResponse {
    var facts = OpenIDError.Facts(step: step, host: request.address.host)
    let limits = WebLimits(deadline: configuration.deadline, maximumBodyBytes: OpenIDClient.maximumAnswer)
    let response: WebResponse
    do {
      response = try await transport.send(request, limits: limits)
    } catch let error as WebError {
      throw OpenIDError(error, facts: facts)
    }
    facts.httpStatus = response.status
    guard !(300..<400).contains(response.status) else {
      throw OpenIDError(.redirected, "the provider points elsewhere instead of answering", facts: facts)
    }
    guard response.status < 500 else {
      throw OpenIDError(.unavailable, "the provider answers with status \(response.status)", facts: facts)
    }
    return response
  }

  /// Reads an answer with status 200 as JSON.
  func decode<Answer: Decodable>(_ response: WebResponse, as type: Answer.Type, step: String) throws(OpenIDError)
    -> Answer
  {
    let facts = OpenIDError.Facts(step: step, host: response.address.host, httpStatus: response.status)
    guard response.status == 200 else {
      throw OpenIDError(.malformedAnswer, "the provider answers with status \(response.status)", facts: facts)
    }
    guard let answer = try? JSONDecoder().decode(type, from: Data(response.body)) else {
      throw OpenIDError(.malformedAnswer, "the answer is not the JSON that it should be", facts: facts)
    }
    return answer
  }
}
