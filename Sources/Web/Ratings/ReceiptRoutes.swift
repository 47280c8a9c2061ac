import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages

extension Website {
    func addReceipts(to routes: inout Routes) {
        routes.get("/r/{receipt}") { _, context in
            try answers.citizen(try await receiptPage(try context.receipt))
        }
        routes.post("/r/{receipt}/word") { request, context in
            try await reply(.word, request, context) { try $0.say($1, receipt: $2) }
        }
        routes.post("/r/{receipt}/return") { request, context in
            try await reply(.return, request, context) { try $0.returnCase($1, receipt: $2) }
        }
    }

    /// Takes a citizen's word; what cannot be taken comes back with everything in it.
    private func reply(
        _ form: ReceiptReply.Form, _ request: Request, _ context: PublicContext,
        _ verb: @escaping @Sendable (any Writing, CitizenWord, Receipt) throws -> Void
    ) async throws -> Response {
        let receipt = try context.receipt
        let fields = try await request.form(settings.limits)
        let typed = fields["text"] ?? ""
        do {
            guard request.comesFromOurPage(settings), secrets.admitsPageToken(fields["token"] ?? "", at: world.now())
            else { throw Refusal.foreignForm }
            let word = try CitizenWord(typed: typed)
            try await store.write(as: .citizen) { try verb($0, word, receipt) }
            return answers.see("/r/\(receipt)#follow")
        } catch let refusal as Refusal {
            guard let reply = ReceiptReply(form, typed: typed, refusal: refusal) else { throw refusal }
            let page = try await receiptPage(receipt, reply: reply)
            return try answers.citizen(page, status: refusal.status).refusing(refusal)
        }
    }

    private func receiptPage(_ receipt: Receipt, reply: ReceiptReply? = nil) async throws -> ReceiptPage {
        let token = secrets.pageToken(at: world.now())
        return try await store.read { try $0.receiptPage(receipt, token: token, reply: reply) }
    }
}

extension PublicContext {
    fileprivate var receipt: Receipt {
        get throws(Refusal) {
            guard let receipt = Receipt(parameters.get("receipt") ?? "") else { throw .notFound }
            return receipt
        }
    }
}

extension ReceiptReply {
    /// For what a person can mend or must repeat; nil for whatever else.
    fileprivate init?(_ form: Form, typed: String, refusal: Refusal) {
        switch refusal {
        case .invalid(let problems): self.init(form, typed: typed, problems: problems)
        case .foreignForm:
            self.init(
                form, typed: typed,
                notice: "Trang này mở đã lâu nên chưa gửi được. Lời Ông/Bà viết vẫn còn ở dưới; xin bấm Gửi lần nữa.")
        case .busy:
            self.init(
                form, typed: typed,
                notice: "Máy chủ đang bận nên chưa gửi được. Lời Ông/Bà viết vẫn còn ở dưới; xin bấm Gửi lần nữa.")
        default: return nil
        }
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound`.
    fileprivate func receiptPage(_ receipt: Receipt, token: String, reply: ReceiptReply?) throws -> ReceiptPage {
        guard let rating = try rating(receipt: receipt) else { throw Refusal.notFound }
        let alert = try alert(ofRating: rating.id)
        return ReceiptPage(
            rating: rating, replaced: try replacesAnother(rating.id), alert: alert,
            steps: try alert.map { try caseSteps(of: $0.id) } ?? [], directory: directory, now: now, formToken: token,
            reply: reply)
    }
}
