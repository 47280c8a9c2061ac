import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    /// Requests about one's own data, for citizens: the form, and the answer behind its code.
    func addDataRequests(to routes: inout Routes) {
        let limits = RequestLimits()
        routes.get("/privacy/request") { _, _ in
            try answers.citizen(dataRequestForm(FormFields()))
        }
        // From the receipt page: the code is in its place already. Nothing is looked up, so nothing is told.
        routes.get("/r/{receipt}/request") { _, context in
            guard let receipt = Receipt(context.parameters.get("receipt") ?? "") else { throw Refusal.notFound }
            var typed = FormFields()
            typed.set("receipt", receipt.rawValue)
            return try answers.citizen(dataRequestForm(typed))
        }
        routes.post("/privacy/request") { request, context in
            let form = try await request.form(settings.limits)
            do {
                let taken = try await ask(form, limits, context.visitorAddress(request, settings))
                return answers.see("/privacy/request/\(taken.code)")
            } catch let refusal as Refusal {
                return try askAgain(form, refusal)
            }
        }
        routes.get("/privacy/request/{code}") { _, context in
            let file = try await dataRequestFile(context)
            return try answers.citizen(DataRequestPage(file, directory: store.directory, now: world.now()))
        }
        routes.get("/privacy/request/{code}/copy") { _, context in
            try answers.citizen(PersonCopyPage(try await personFile(context), directory: store.directory))
        }
        routes.get("/privacy/request/{code}/copy.json") { _, context in
            let record = PersonRecord(try await personFile(context), directory: store.directory)
            return answers.file(try record.json(), type: PersonRecord.mediaType, saveAs: "ban-sao-du-lieu.json")
        }
    }

    /// The page's own token stands for the page; the receipt's code is the proof. There is no cookie that a foreign page
    /// could use, so where the form came from is not asked: old browsers send "null" from a page without referrer.
    private func ask(_ form: FormFields, _ limits: RequestLimits, _ address: String) async throws -> DataRequest {
        guard secrets.admitsPageToken(form["token"] ?? "", at: world.now()) else { throw Refusal.foreignForm }
        let typed = try DataRequestForm(form)
        try limits.admit(address, now: world.now())
        do {
            return try await store.write(as: .citizen) { try $0.ask(typed) }
        } catch Refusal.invalid(DataRequestForm.unknownReceipt) {
            limits.wasWrong(address, now: world.now())
            throw Refusal.invalid(DataRequestForm.unknownReceipt)
        }
    }

    private func dataRequestForm(
        _ typed: FormFields, problems: FormProblems = FormProblems(), notice: String? = nil
    ) -> DataRequestFormPage {
        DataRequestFormPage(
            directory: store.directory, token: secrets.pageToken(at: world.now()), typed: typed, problems: problems,
            notice: notice)
    }

    /// The form with everything in it, for what a person can mend or must repeat.
    private func askAgain(_ form: FormFields, _ refusal: Refusal) throws -> Response {
        var problems = FormProblems()
        var notice: String?
        switch refusal {
        case .invalid(let found): problems = found
        case .foreignForm:
            notice = "Trang này mở đã lâu nên chưa gửi được. Những gì Ông/Bà viết vẫn còn. Xin bấm Gửi lần nữa."
        case .slowDown(let seconds):
            let wait = Formats.duration(minutes: (seconds + 59) / 60)
            notice = "Vừa có quá nhiều mã sai được gửi từ mạng này. Xin chờ \(wait) rồi bấm Gửi lần nữa."
        case .busy: notice = "Đang có nhiều người gửi cùng lúc. Xin chờ vài giây rồi bấm Gửi lần nữa."
        default: throw refusal
        }
        let page = dataRequestForm(form, problems: problems, notice: notice)
        return try answers.citizen(page, status: refusal.status).refusing(refusal)
    }

    private func dataRequestFile(_ context: PublicContext) async throws -> DataRequestFile {
        guard let code = RequestCode(context.parameters.get("code") ?? "") else { throw Refusal.notFound }
        return try await store.read { try $0.dataRequestFile(code: code) }
    }

    /// - Throws: `Refusal.notFound` unless a copy was asked for and given.
    private func personFile(_ context: PublicContext) async throws -> PersonFile {
        let asked = try await dataRequestFile(context)
        guard asked.request.kind == .copy, asked.request.outcome == .answered else { throw Refusal.notFound }
        var file = try await store.read { try $0.personFile(of: asked.rating) }
        // How often somebody else's phone rated is nothing that a found receipt should tell.
        file.others = 0
        return file
    }
}
