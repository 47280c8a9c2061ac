import Foundation

/// What stands around the words of a report (Nghị định 30/2020/NĐ-CP, Phụ lục I): whose it is, from where, to whom, on
/// what ground. From `reports.yaml`. Number, date, name and signature are the clerk's and stay blank.
package struct ReportForm: Codable, Hashable, Sendable {
    /// "UBND thành phố Long Khánh"; printed in capitals.
    package var parentAgency: String
    /// "Phòng Nội vụ"; printed in capitals, bold.
    package var issuingAgency: String
    /// After "Số:     /": "BC-PNV".
    package var symbol: String
    /// "Long Khánh", before the date.
    package var place: String
    /// After "Kính gửi: ".
    package var addressee: String
    /// "trên địa bàn thành phố Long Khánh": ends the title.
    package var area: String
    /// Sentences that begin the report: "Thực hiện Kế hoạch số …".
    package var bases: [String]
    /// Nơi nhận, without hyphens and semicolons; the last one is "Lưu: VT, …".
    package var recipients: [String]
    /// Lines above the signature: "TRƯỞNG PHÒNG", or "KT. TRƯỞNG PHÒNG" and "PHÓ TRƯỞNG PHÒNG".
    package var signature: [String]

    package init(
        parentAgency: String, issuingAgency: String, symbol: String, place: String, addressee: String, area: String,
        bases: [String] = [], recipients: [String] = [], signature: [String]
    ) {
        self.parentAgency = parentAgency
        self.issuingAgency = issuingAgency
        self.symbol = symbol
        self.place = place
        self.addressee = addressee
        self.area = area
        self.bases = bases
        self.recipients = recipients
        self.signature = signature
    }
}

extension ReportForm {
    /// For an authority that has not said: what its names suggest.
    package init(authority: String, homeAffairs: String) {
        let area = authority.droppingFirstWord("UBND").droppingFirstWord("Ủy ban nhân dân")
        self.init(
            parentAgency: authority, issuingAgency: homeAffairs, symbol: "BC-\(homeAffairs.initials)",
            place: ["tỉnh", "thành phố", "thị xã", "huyện", "quận", "phường", "xã"]
                .reduce(area) { $0.droppingFirstWord($1) },
            addressee: "Ủy ban nhân dân \(area)", area: "trên địa bàn \(area)",
            recipients: ["Như trên", "Các cơ quan, đơn vị", "Lưu: VT"], signature: ["Trưởng phòng"])
    }
}

extension Directory {
    /// How reports look: as configured, or as the names suggest.
    package var reportForm: ReportForm {
        let authority = configuration.authority
        return configuration.reports
            ?? ReportForm(authority: authority.name, homeAffairs: unit(authority.homeAffairs)?.name ?? authority.name)
    }
}

extension String {
    fileprivate func droppingFirstWord(_ word: String) -> String {
        lowercased().hasPrefix(word.lowercased() + " ") ? String(dropFirst(word.count + 1)) : self
    }

    /// "Phòng Nội vụ" → "PNV".
    fileprivate var initials: String {
        split { !$0.isLetter }.compactMap(\.first).map { String($0).uppercased() }.joined()
    }
}
