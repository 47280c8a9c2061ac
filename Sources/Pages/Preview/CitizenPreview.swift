/// Every page that citizens read and every mail, drawn from its samples: for `make preview` and for tests.
package enum CitizenPreview {
    /// - Returns: file names without extension, with the page of each.
    package static func pages() throws -> [(name: String, page: any Page)] {
        try [
            ("rating", RatingPage.sample()),
            ("rating-problems", RatingPage.sampleWithProblems()),
            ("rating-busy", RatingPage.sampleBusy()),
            ("receipt", ReceiptPage.sample),
            ("receipt-open", ReceiptPage.sampleOpen),
            ("receipt-overdue", ReceiptPage.sampleOverdue),
            ("receipt-answered", ReceiptPage.sampleAnswered),
            ("receipt-word-refused", ReceiptPage.sampleWordRefused),
            ("receipt-return-refused", ReceiptPage.sampleReturnRefused),
            ("receipt-returned", ReceiptPage.sampleReturned),
            ("receipt-replaced", ReceiptPage.sampleReplaced),
            ("refusal", RefusalPage.sample),
            ("refusal-closed-desk", RefusalPage.sampleClosedDesk),
            ("fault", FaultPage.sample),
            ("privacy", PrivacyPage.samples()[0]),
            ("privacy-past", PrivacyPage.samples()[1]),
            ("mail-alert", AlertMail.sample()),
            ("mail-alert-comment", AlertMail.sampleWithComment()),
            ("mail-alert-digest", AlertMail.sampleDigest()),
        ] + MailSamples.all() + DataRequestPreview.pages()
    }
}
