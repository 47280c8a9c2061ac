import Feedback
import Foundation

extension Directory {
    /// An authority as large as a real one, for the office's samples. Its people do not exist.
    static let officeSample: Directory = {
        let configuration = KioskConfiguration.officeSample
        let codes = configuration.desks.enumerated().map { index, desk in
            let code = DeskCode(random: (0..<10).map { UInt8(($0 * 7 + index * 11 + 3) % 32) })
            return IssuedCode(code: code, desk: desk.id, isRetired: desk.id == "q10")
        }
        return Directory(configuration: configuration, codes: codes, version: 1)
    }()
}

extension KioskConfiguration {
    static let officeSample: KioskConfiguration = {
        var configuration = KioskConfiguration.sample
        configuration.units += officeUnits.map { id, name, head in
            Feedback.Unit(
                id: ID(id), name: name, kind: .department, parent: "ubnd",
                head: Head(name: head, title: "Trưởng phòng", email: "\(id)@longkhanh.example"))
        }
        configuration.desks += [
            Desk(id: "q04", name: "Quầy 4 – Tài nguyên, môi trường", unit: "tn-mt", place: "mot-cua"),
            Desk(id: "q05", name: "Quầy 5 – Xây dựng, quy hoạch", unit: "qldt", place: "mot-cua"),
            Desk(id: "q06", name: "Quầy 6 – Hộ kinh doanh, hợp tác xã", unit: "tckh", place: "mot-cua"),
            Desk(id: "q08", name: "Quầy 8 – Lao động, người có công", unit: "ldtbxh", place: "mot-cua"),
            Desk(id: "q10", name: "Quầy 10 – Nội vụ, thi đua, tôn giáo", unit: "noi-vu", place: "mot-cua"),
        ]
        configuration.targets = [
            Feedback.Target(
                id: "2026", name: "Mục tiêu 2026", value: 0.9, from: LocalDay(number: 20_454), method: "QR tại quầy",
                sameMethod: true)
        ]
        return configuration
    }()

    private static let officeUnits = [
        ("tn-mt", "Phòng Tài nguyên và Môi trường", "Đinh Thị Mai"),
        ("qldt", "Phòng Quản lý đô thị", "Ngô Gia Bảo"),
        ("tckh", "Phòng Tài chính – Kế hoạch", "Bùi Thu Hà"),
        ("ldtbxh", "Phòng Lao động – Thương binh và Xã hội", "Trịnh Văn Lộc"),
    ]
}

extension Frame {
    /// Whoever does home affairs, who sees everything.
    static func sample(_ section: Section, notices: [String] = []) -> Frame {
        frame(
            User(id: 1, name: "Lê Văn Phúc", email: "phuc@longkhanh.example", grants: [Grant(role: .homeAffairs)]),
            section, notices)
    }

    static func sampleOfAdministrator(_ section: Section) -> Frame {
        frame(
            User(id: 3, name: "Hồ Nhật Nam", email: "nam@longkhanh.example", grants: [Grant(role: .administrator)]),
            section, [])
    }

    static func sampleOfHead(_ section: Section) -> Frame {
        frame(
            User(
                id: 2, name: "Trần Thị Hạnh", email: "hanh@longkhanh.example",
                grants: [Grant(role: .head, unit: "tu-phap")]), section, [])
    }

    /// Somebody of another role.
    static func sample(_ section: Section, _ role: Role, unit: ID<Feedback.Unit>? = nil) -> Frame {
        frame(
            User(
                id: 4, name: "Đỗ Thị Thanh Thảo", email: "thao@longkhanh.example",
                grants: [Grant(role: role, unit: unit)]), section, [])
    }

    private static func frame(_ user: User, _ section: Section, _ notices: [String]) -> Frame {
        Frame(
            user: user, rights: Rights(of: user, in: .officeSample, on: LocalDay(number: 20_778)),
            directory: .officeSample,
            formToken: "c2FtcGxlLWZvcm0tdG9rZW4", section: section, notices: notices)
    }
}
