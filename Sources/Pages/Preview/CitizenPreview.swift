/// Every page that citizens read and every mail, drawn from its samples: for `make preview` and for tests.
package enum CitizenPreview {
    /// - Returns: file names without extension, with the page of each.
    package static func pages() throws -> [(name: String, page: any Page)] {
        [
            ("rating", try RatingPage.sample()),
            ("rating-problems", try RatingPage.sampleWithProblems()),
            ("rating-busy", try RatingPage.sampleBusy()),
            ("receipt", ReceiptPage.sample),
            ("receipt-open", ReceiptPage.sampleOpen),
            ("receipt-overdue", ReceiptPage.sampleOverdue),
            ("receipt-answered", ReceiptPage.sampleAnswered),
            ("receipt-replaced", ReceiptPage.sampleReplaced),
            ("refusal", RefusalPage.sample),
            ("fault", FaultPage.sample),
            ("privacy", PrivacyPage.sample),
            ("mail-alert", try AlertMail.sample()),
            ("mail-alert-comment", try AlertMail.sampleWithComment()),
            ("mail-alert-digest", try AlertMail.sampleDigest()),
        ]
    }
}
