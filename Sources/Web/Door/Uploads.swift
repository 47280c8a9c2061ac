import Feedback
import HTTPTypes
import Hummingbird

extension StaffDoor {
    /// A form with a file that this session's own page sent.
    /// - Throws: `Refusal.foreignForm`, `.tooLarge`, `.unsupportedType`, `.malformed`.
    func upload(_ request: Request, _ staff: StaffContext) async throws -> MultipartForm {
        // Before the file is read: a browser says so in a field, not in the body.
        guard request.comesFromOurPage(settings) else { throw Refusal.foreignForm }
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data") else {
            // As any other form: what has no token is foreign before it is anything else.
            _ = try await form(request, staff)
            throw Refusal.unsupportedType
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > settings.limits.upload {
            throw Refusal.tooLarge
        }
        let form = try MultipartForm(
            Array((try await request.bytes(atMost: settings.limits.upload)).readableBytesView), contentType: type)
        guard matchInConstantTime(form.fields["token"] ?? "", staff.session.formToken) else {
            throw Refusal.foreignForm
        }
        return form
    }
}
