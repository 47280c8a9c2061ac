/// Ten recovery codes, shown once.
package struct RecoveryCodesPage: Page {
    package static let template = "office-account-codes"

    let header: Header
    let codes: [String]

    package init(_ frame: Frame, codes: [String]) {
        header = Header(frame, title: "Mã dự phòng")
        self.codes = codes
    }
}
