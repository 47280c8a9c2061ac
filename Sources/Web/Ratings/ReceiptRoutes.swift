import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addReceipts(to routes: inout Routes) {
        routes.get("/r/{receipt}") { _, context in
            guard let receipt = Receipt(context.parameters.get("receipt") ?? "") else { throw Refusal.notFound }
            return try answers.citizen(try await store.read { try $0.receiptPage(receipt) })
        }
        routes.get("/privacy") { _, _ in
            try answers.citizen(PrivacyPage(directory: store.directory))
        }
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound`.
    fileprivate func receiptPage(_ receipt: Receipt) throws -> ReceiptPage {
        guard let rating = try rating(receipt: receipt) else { throw Refusal.notFound }
        let alert = try alert(ofRating: rating.id)
        return ReceiptPage(
            rating: rating, replaced: try replacesAnother(rating.id), alert: alert,
            steps: try alert.map { try caseSteps(of: $0.id) } ?? [], directory: directory, now: now)
    }
}
