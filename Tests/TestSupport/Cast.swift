package import Feedback

/// The people of the tests. Lan rates, Minh is rated, chị Hạnh leads the unit, anh Dũng from next door sees nothing.
/// None of them exists; their numbers have a prefix that nobody was given.
package enum Cast {
    /// A citizen.
    package static let lan = Citizen(name: "Lan", phone: "0950 000 101")
    /// Another one.
    package static let tuan = Citizen(name: "Tuấn", phone: "0950 000 202")

    package struct Citizen: Sendable {
        package let name: String
        /// As typed.
        package let phone: String
    }

    /// Receives people at desk 3, alone.
    package static let minh = Official(id: "minh", name: "Nguyễn Văn Minh", title: "Chuyên viên", unit: "tu-phap")
    /// Two at desk 7.
    package static let thao = Official(id: "thao", name: "Đỗ Thị Thanh Thảo", title: "Chuyên viên", unit: "dat-dai")
    package static let khoa = Official(id: "khoa", name: "Võ Đăng Khoa", title: "Viên chức", unit: "dat-dai")

    /// Leads Phòng Tư pháp.
    package static let hanh = Head(name: "Trần Thị Hạnh", title: "Trưởng phòng", email: "hanh@longkhanh.example")
    /// Leads the land office next door.
    package static let dung = Head(name: "Phạm Quốc Dũng", title: "Giám đốc", email: "dung@longkhanh.example")
    /// Leads Phòng Nội vụ: home affairs.
    package static let phuc = Head(name: "Lê Văn Phúc", title: "Trưởng phòng", email: "phuc@longkhanh.example")
    /// Chairs the city.
    package static let tam = Head(name: "Ngô Hữu Tâm", title: "Chủ tịch", email: "tam@longkhanh.example")

    /// What chị Hạnh may see, and anh Dũng.
    package static let scopeOfHanh = Scope.units(["tu-phap"])
    package static let scopeOfDung = Scope.units(["dat-dai"])
}
