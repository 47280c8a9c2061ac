import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages

extension Answers {
    /// JSON with a mark of its content: whoever has it already gets a short "not modified".
    func json(_ value: JSONValue, to request: Request) -> Response {
        let text = value.written
        var fields = headers.data
        let mark = "\"" + Base64URL.encode(Array(SecretToken(text: text).hash.prefix(12))) + "\""
        fields[.contentType] = "application/json; charset=utf-8"
        fields[.eTag] = mark
        // For this key alone, and asked again each time.
        fields[.cacheControl] = "private, no-cache"
        fields[.vary] = "Authorization"
        if request.knows(mark) {
            fields[.contentType] = nil
            return Response(status: .notModified, headers: fields)
        }
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// RFC 9457: what is wrong, for programs and for whoever reads their logs.
    func problem(
        _ status: HTTPResponse.Status, _ title: String, detail: String? = nil, problems: FormProblems = FormProblems()
    ) -> Response {
        let page = ProblemJSON(status: status.code, title: title, detail: detail, problems: problems)
        return text(page.json.written, type: "application/problem+json; charset=utf-8", status: status)
    }
}

extension Request {
    /// RFC 9110, 13.1.2: weak comparison.
    fileprivate func knows(_ mark: String) -> Bool {
        headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }.contains { listed in
            let listed = listed.trimming(" ")
            return listed == "*" || listed == mark || listed == "W/\(mark)"
        }
    }

    /// Whether a program asks, which reads no pages.
    var isForPrograms: Bool { uri.path == "/api" || uri.path.hasPrefix("/api/") }
}

extension Website {
    /// What a program reads when the house says no.
    func problem(for refusal: Refusal, _ request: Request) -> Response {
        switch refusal {
        case .invalid(let problems):
            return answers.problem(.unprocessableContent, "Các tham số không đi cùng nhau được", problems: problems)
        case .notFound where request.method != .get && request.method != .head && isInterfacePath(request.uri.path):
            var response = answers.problem(.methodNotAllowed, "Chỉ đọc được: dùng GET hoặc HEAD")
            response.headers[.allow] = "GET, HEAD"
            return response
        case .notFound:
            return answers.problem(.notFound, "Không có, hoặc không thuộc phạm vi của khóa này")
        case .slowDown:
            return answers.problem(.tooManyRequests, "Hỏi quá nhanh, xin chờ").refusing(refusal)
        case .busy:
            return answers.problem(.serviceUnavailable, "Máy chủ đang bận, xin thử lại").refusing(refusal)
        case .malformed:
            return answers.problem(.badRequest, "Không đọc được yêu cầu", detail: "Địa chỉ phải là UTF-8, mã hóa đúng.")
        default:
            return answers.problem(refusal.status, "Không làm được").refusing(refusal)
        }
    }

    func problem(for refusal: InterfaceRefusal) -> Response {
        var response: Response
        let challenge: String
        switch refusal {
        case .keyMissing:
            response = answers.problem(
                .unauthorized, "Thiếu khóa kết nối", detail: "Gửi kèm: Authorization: Bearer hl_…")
            challenge = "Bearer realm=\"hailong\""
        case .keyUnknown:
            response = answers.problem(
                .unauthorized, "Khóa không đúng, đã hết hạn hoặc đã thu hồi",
                detail: "Xin quản trị cấp khóa mới ở trang Kết nối.")
            challenge = "Bearer realm=\"hailong\", error=\"invalid_token\""
        case .beyondKey(let reach):
            response = answers.problem(
                .forbidden, "Khóa này không đọc được mục đó", detail: "Cần quyền \(reach.rawValue).")
            challenge = "Bearer realm=\"hailong\", error=\"insufficient_scope\", scope=\"\(reach.rawValue)\""
        }
        response.headers[.wwwAuthenticate] = challenge
        return response
    }
}
