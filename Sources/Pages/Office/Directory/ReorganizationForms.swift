package import Feedback

/// Closing, merging and splitting: the first step, where one says which units and from when.
extension DirectoryForms {
    package func close(_ unit: Feedback.Unit) -> DirectoryForm {
        var form = draft(
            "Đóng đơn vị",
            [
                "Các đơn vị trực thuộc và quầy đóng theo, trừ khi chọn khác ở bước sau. Bước sau cho xem trước mọi việc.",
                Self.kept,
            ], button: "Xem trước")
        form.day("last", "Ngày hoạt động cuối cùng", today)
        form.choice(
            "successors", "Đơn vị tiếp nhận công việc", [(value: "", title: "không có")] + others(than: unit),
            chosen: "",
            hint: "Nhận các vụ việc đang mở, và mã cũ dẫn đến quầy của đơn vị này.")
        note(&form)
        return page(form, .unit(unit.id), action: "\(Thing.unit(unit.id).path)/close")
    }

    package func merge(_ unit: Feedback.Unit) -> DirectoryForm {
        var form = draft(
            "Sáp nhập",
            [
                "Các đơn vị được chọn kết thúc, một đơn vị khác hay một đơn vị mới tiếp nhận quầy, cán bộ và vụ việc"
                    + " đang mở. Bước sau cho xem trước và chọn từng quầy.", Self.kept,
            ], button: "Xem trước")
        let near = directory.units.filter {
            !$0.isClosed(on: today) && $0.parent == unit.parent && scope.contains($0.id)
        }
        form.checks(
            "units", "Những đơn vị kết thúc", near.map { (value: $0.id.rawValue, title: $0.name) },
            chosen: [unit.id.rawValue])
        form.choice(
            "successors", "Nhập vào", [(value: "", title: "một đơn vị mới, ghi tên dưới đây")] + units, chosen: "")
        form.text("newName", "Tên đơn vị mới", required: false)
        newUnitLines(&form, unit)
        form.day("day", "Có hiệu lực từ ngày", today, hint: "Đơn vị cũ hoạt động đến hết ngày hôm trước.")
        note(&form)
        return page(form, .unit(unit.id), action: "\(Thing.unit(unit.id).path)/merge")
    }

    package func split(_ unit: Feedback.Unit) -> DirectoryForm {
        var form = draft(
            "Chia tách",
            [
                "Quầy và cán bộ chia cho các đơn vị tiếp nhận; bước sau cho chọn từng quầy, từng người.", Self.kept,
            ], button: "Xem trước")
        form.checks(
            "goesOn", "Đơn vị cũ",
            [(value: "yes", title: "\(unit.name) vẫn hoạt động, chỉ tách bớt một phần")], chosen: [])
        form.checks(
            "successors", "Đơn vị đã có tiếp nhận",
            directory.units.filter {
                !$0.isClosed(on: today) && $0.parent == unit.parent && $0.id != unit.id && scope.contains($0.id)
            }.map { (value: $0.id.rawValue, title: $0.name) }, chosen: [])
        for number in 1...3 {
            form.text(number == 1 ? "newName" : "newName\(number)", "Tên đơn vị mới \(number)", required: false)
        }
        newUnitLines(&form, unit)
        form.day("day", "Có hiệu lực từ ngày", today)
        note(&form)
        return page(form, .unit(unit.id), action: "\(Thing.unit(unit.id).path)/split")
    }

    private func newUnitLines(_ form: inout FormDraft, _ unit: Feedback.Unit) {
        form.choice(
            "kind", "Loại của đơn vị mới", Unit.Kind.allCases.map { (value: $0.rawValue, title: $0.words) },
            chosen: unit.kind.rawValue)
        form.choice(
            "newParent", "Đơn vị mới trực thuộc",
            (scope == .whole ? [(value: "", title: "không trực thuộc đơn vị nào")] : []) + units,
            chosen: unit.parent?.rawValue ?? "")
        form.text(
            "newHall", "Tên Bộ phận Một cửa của đơn vị mới",
            hint: "Ví dụ: Trung tâm Phục vụ hành chính công phường Long Khánh. Để trống nếu không có.", required: false)
        headLines(&form, nil, required: false)
    }

    private func others(than unit: Feedback.Unit) -> [(value: String, title: String)] {
        units.filter { $0.value != unit.id.rawValue }
    }
}
