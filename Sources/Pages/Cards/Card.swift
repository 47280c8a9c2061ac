/// What the printed card of one desk says.
package struct Card: Sendable, Equatable {
    /// What the QR code holds, in upper case so that it stays small: `HTTPS://HOST/Q/8G4TXYZ123`.
    package let address: String
    /// The ten Crockford base32 characters at the end of the address.
    package let code: String
    /// Whose card it is at all: "UBND thành phố Long Khánh".
    package let officeName: String
    /// "Bộ phận Tiếp nhận và Trả kết quả thành phố".
    package let unit: String
    /// The sign on the desk: "Tư pháp – Hộ tịch – Chứng thực".
    package let desk: String
    /// Where the desk stands: "Quầy 7, tầng trệt".
    package let place: String?
    /// Who hears complaints, and where.
    package let complaintsAddress: String
    package let complaintsPhone: String?

    package init(
        address: String, code: String, officeName: String, unit: String, desk: String, place: String? = nil,
        complaintsAddress: String, complaintsPhone: String? = nil
    ) {
        self.address = address
        self.code = code
        self.officeName = officeName
        self.unit = unit
        self.desk = desk
        self.place = place
        self.complaintsAddress = complaintsAddress
        self.complaintsPhone = complaintsPhone
    }
}

extension Card {
    /// The code in two groups of five, as people read it out: "8G4TX YZ123".
    var groupedCode: String {
        guard code.count > 5 else { return code }
        return "\(code.prefix(code.count / 2)) \(code.suffix(code.count - code.count / 2))"
    }

    /// What somebody without a scanner types: small letters, and no `https://`, which browsers add themselves. The
    /// code keeps its capitals, so that it can be compared with the large one.
    var typedAddress: String {
        let lowered = address.lowercased()
        let shown = lowered.hasPrefix("https://") ? lowered.dropFirst("https://".count) : lowered[...]
        guard shown.hasSuffix(code.lowercased()) else { return String(shown) }
        return shown.dropLast(code.count) + code
    }

    /// One line on where to complain.
    var complaints: String {
        let phone = complaintsPhone.map { " Điện thoại: \($0)" } ?? ""
        return "Phản ánh, khiếu nại: \(complaintsAddress).\(phone)".replacing("..", with: ".")
    }
}
