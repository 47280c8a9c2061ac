import Feedback

/// What the office does from 2024 to 2026, step by step: fifteen wards and communes of the city become five wards of the
/// province, the city and its departments end, the province becomes a city of its own.
///
/// Which went into which is from memory and is to be checked in Nghị quyết 1662/NQ-UBTVQH15. People and addresses are
/// invented. `kiosk-config-2026` is what comes out; a test says so.
enum LongKhanh2026 {
    static let resolution = "Nghị quyết 1662/NQ-UBTVQH15"
    static let twoTiers = day("2025-07-01")

    struct Ward {
        let id: String
        let name: String
        let sources: [ID<Feedback.Unit>]
        let head: Head

        var unit: ID<Feedback.Unit> { ID("\(id)-2025") }
        var hall: ID<Feedback.Unit> { ID("trung-tam-\(id)") }
    }

    static let wards = [
        Ward(
            id: "long-khanh", name: "Long Khánh",
            sources: [
                "phuong-xuan-an", "phuong-xuan-binh", "phuong-xuan-hoa", "phuong-phu-binh", "xa-bau-tram",
                "phuong-xuan-trung", "phuong-xuan-thanh",
            ], head: chair("Đào Ngọc Khôi", "longkhanh")),
        Ward(
            id: "bao-vinh", name: "Bảo Vinh", sources: ["phuong-bao-vinh", "xa-bao-quang"],
            head: chair("Tạ Thị Như Mai", "baovinh")),
        Ward(
            id: "xuan-lap", name: "Xuân Lập", sources: ["phuong-xuan-lap", "phuong-bau-sen"],
            head: chair("Hà Quang Thiện", "xuanlap")),
        Ward(
            id: "hang-gon", name: "Hàng Gòn", sources: ["xa-hang-gon", "phuong-xuan-tan"],
            head: chair("Châu Thị Ánh Loan", "hanggon")),
        Ward(
            id: "binh-loc", name: "Bình Lộc", sources: ["xa-binh-loc", "phuong-suoi-tre"],
            head: chair("Nghiêm Đức Phú", "binhloc")),
    ]

    /// In the order in which they are carried out.
    static var orders: [DirectoryOrder] {
        let field = DirectoryOrder(
            .addField(Field(id: "cu-tru", name: "Cư trú – Căn cước")), from: twoTiers, note: nil)
        return [
            before, [field], wards.map(merger), wards.flatMap(departments), [police, city], wards.flatMap(desks),
            [
                land, counter,
            ], procedures, after,
        ].flatMap { $0 }
    }

    /// Sở Tài nguyên và Môi trường gets another name in March.
    private static var before: [DirectoryOrder] {
        [
            DirectoryOrder(
                .changeUnit(
                    "so-tai-nguyen-moi-truong",
                    Unit.Facts(
                        name: "Sở Nông nghiệp và Môi trường tỉnh Đồng Nai", kind: .department,
                        parent: "tinh-dong-nai", notRatedBecause: "Ngoài phạm vi Kế hoạch 203/KH-UBND")),
                from: day("2025-03-01")),
            DirectoryOrder(
                .setHead(
                    "so-noi-vu",
                    Head(name: "Vương Thị Bảo Trân", title: "Giám đốc Sở", email: "sonoivu@dongnai.example.vn")),
                from: day("2025-03-01")),
        ]
    }

    private static func merger(_ ward: Ward) -> DirectoryOrder {
        let unit = Unit(
            id: ward.unit, name: "UBND phường \(ward.name)", kind: .ward, parent: "tinh-dong-nai", head: ward.head)
        let hall = Unit(
            id: ward.hall, name: "Trung tâm Phục vụ hành chính công phường \(ward.name)", kind: .oneStop,
            parent: ward.unit, notRatedBecause: "Nơi đặt quầy; đánh giá phường và đơn vị cử người")
        return DirectoryOrder(
            .reorganize(Reorganization(units: ward.sources, new: [unit, hall])), from: twoTiers, note: resolution)
    }

    private static func departments(_ ward: Ward) -> [DirectoryOrder] {
        [
            ("van-phong", "Văn phòng HĐND và UBND", Unit.Kind.office),
            ("kinh-te", "Phòng Kinh tế, Hạ tầng và Đô thị", .department),
            ("van-hoa", "Phòng Văn hóa – Xã hội", .department), ("cong-an", "Công an", .agency),
        ].map { id, name, kind in
            DirectoryOrder(
                .addUnit(
                    Unit(
                        id: ID("\(id)-\(ward.id)"), name: "\(name) phường \(ward.name)", kind: kind, parent: ward.unit,
                        notRatedBecause: kind == .agency ? nil : "Đánh giá ở Trung tâm Phục vụ hành chính công phường")
                ), from: twoTiers)
        }
    }

    private static var police: DirectoryOrder {
        DirectoryOrder(.reorganize(Reorganization(units: ["cong-an"], successors: [])), from: twoTiers)
    }

    /// The districts end. The land registry's desks stood in the city's hall; they go on in the ward's.
    private static var city: DirectoryOrder {
        DirectoryOrder(
            .reorganize(Reorganization(units: ["tp-long-khanh"], successors: wards.map(\.unit))), from: twoTiers,
            note: resolution)
    }

    private static func desks(_ ward: Ward) -> [DirectoryOrder] {
        let desks: [(String, [ID<Field>], ID<Feedback.Unit>)] = [
            ("Quầy 1 – Hướng dẫn, trả kết quả", ["tong-hop"], ward.unit),
            ("Quầy 2 – Hộ tịch, chứng thực", ["ho-tich", "chung-thuc"], ward.unit),
            ("Quầy 3 – Đất đai, môi trường", ["dat-dai", "moi-truong", "dia-chinh-xay-dung"], ward.unit),
            ("Quầy 4 – Xây dựng, hộ kinh doanh", ["xay-dung", "ho-kinh-doanh", "cong-thuong"], ward.unit),
            (
                "Quầy 5 – Bảo trợ xã hội, người có công, giáo dục, y tế",
                ["bao-tro-xa-hoi", "lao-dong-nguoi-co-cong", "giao-duc", "y-te"], ward.unit
            ),
            ("Quầy 6 – Công an: cư trú, căn cước", ["cu-tru"], ID("cong-an-\(ward.id)")),
        ]
        return desks.enumerated().map { index, desk in
            DirectoryOrder(
                .addDesk(
                    Desk(
                        id: ID("\(ward.id)-q\(index + 1)"), name: desk.0, unit: desk.2, place: ward.hall,
                        fields: desk.1)), from: twoTiers)
        }
    }

    private static var land: DirectoryOrder {
        DirectoryOrder(
            .changeDesk(
                "Q02",
                Desk.Facts(
                    name: "Đăng ký đất đai (Chi nhánh Văn phòng Đăng ký đất đai)", unit: "chi-nhanh-dat-dai",
                    place: "trung-tam-long-khanh", fields: ["dat-dai"])), from: twoTiers)
    }

    private static var counter: DirectoryOrder {
        DirectoryOrder(.closeDesk("Q03", to: ["Q02"]), from: twoTiers, note: "Nhập vào quầy đăng ký đất đai")
    }

    private static var procedures: [DirectoryOrder] {
        [
            ("tam-tru", "Đăng ký tạm trú", "1.004194", "cu-tru"),
            ("mai-tang-huu-tri", "Hỗ trợ chi phí mai táng (hưu trí xã hội)", "1.014028", "bao-tro-xa-hoi"),
        ].map { id, name, code, field in
            DirectoryOrder(
                .addProcedure(Procedure(id: ID(id), name: name, code: code, field: ID(field))), from: twoTiers)
        }
    }

    /// Since 30/4/2026 Đồng Nai is a city: the same units under other names.
    private static var after: [DirectoryOrder] {
        let day = day("2026-04-30")
        return [
            (
                "tinh-dong-nai",
                Unit.Facts(name: "UBND Thành phố Đồng Nai", kind: .province, notRatedBecause: "Cấp trên, nhận báo cáo")
            ),
            (
                "so-noi-vu",
                Unit.Facts(
                    name: "Sở Nội vụ Thành phố Đồng Nai", kind: .department, parent: "tinh-dong-nai",
                    notRatedBecause: "Cấp trên, nhận báo cáo năm")
            ),
            (
                "so-tai-nguyen-moi-truong",
                Unit.Facts(
                    name: "Sở Nông nghiệp và Môi trường Thành phố Đồng Nai", kind: .department,
                    parent: "tinh-dong-nai", notRatedBecause: "Ngoài phạm vi Kế hoạch 203/KH-UBND")
            ),
        ].map { id, facts in
            DirectoryOrder(.changeUnit(ID(id), facts), from: day, note: "Nghị quyết 30/2026/QH16")
        }
    }

    /// Whose server it is afterwards.
    static let authority = Authority(
        name: "Các phường khu vực Long Khánh, Thành phố Đồng Nai", homeAffairs: "so-noi-vu",
        address: "Số 01 đường CMT8, phường Long Khánh", phone: "0251.3877.328")

    /// Who sits at the new desks: people of the ward, one each, in the order of the list.
    static func postings(_ configuration: KioskConfiguration) -> [Posting] {
        wards.flatMap { ward in
            let people = configuration.officials.filter { $0.unit == ward.unit && $0.validTo == nil }
            return zip(1...5, people).map { number, official in
                Posting(desk: ID("\(ward.id)-q\(number)"), official: official.id, from: twoTiers)
            }
        }
    }

    private static func chair(_ name: String, _ mail: String) -> Head {
        Head(name: name, title: "Chủ tịch UBND phường", email: "\(mail)@dongnai.example.vn")
    }

    static func day(_ text: String) -> LocalDay { LocalDay(rawValue: text) ?? LocalDay(number: 0) }
}
