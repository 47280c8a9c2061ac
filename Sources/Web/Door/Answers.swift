import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages

/// Makes answers, each with the headers of its kind.
package struct Answers: Sendable {
    let headers: SecurityHeaders

    /// A page that citizens read.
    func citizen(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(status: status, headers: headers.citizen, body: body(try page.html()))
    }

    /// A page of the office.
    func office(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(status: status, headers: headers.office, body: body(try page.html()))
    }

    /// After a form: the browser gets the next page, and going back or reloading sends nothing twice.
    /// - Parameter path: a path of ours.
    func see(_ path: String, cookie: String? = nil) -> Response {
        var fields = headers.data
        fields[.location] = path
        fields[.setCookie] = cookie
        return Response(status: .seeOther, headers: fields)
    }

    /// - Parameter name: when given, the browser saves the file under it. ASCII without quotes.
    func file(_ bytes: some Collection<UInt8>, type: String, saveAs name: String? = nil) -> Response {
        var fields = headers.data
        fields[.contentType] = type
        if let name { fields[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    func text(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        var fields = headers.data
        fields[.contentType] = type
        return Response(status: status, headers: fields, body: body(text))
    }

    private func body(_ text: String) -> ResponseBody { ResponseBody(byteBuffer: ByteBuffer(string: text)) }
}

extension Answers {
    /// A page that brings its own style: the cards to print.
    func printed(_ html: String, style: String) -> Response {
        let hash = "'sha256-" + Data(SecretToken(text: style).hash).base64EncodedString() + "'"
        return Response(
            status: .ok, headers: headers.printed(style: hash),
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
