import Foundation
import Kiosk

/// Folders on disk for one test each.
enum Folders {
    /// The folder that is shipped.
    static let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../kiosk-config")
        .standardizedFileURL

    /// A small folder in which everything is right.
    static let small: [String: String] = [
        "organization.yaml": """
        authority:
          name: UBND thành phố
          homeAffairs: noi-vu
          address: Số 01 đường CMT8
          phone: "0251.3877.328"
        fields:
          - id: ho-tich
            name: Hộ tịch
        units:
          - id: thanh-pho
            name: UBND thành phố
            kind: city
            notRated: Đánh giá từng phòng
          - id: noi-vu
            name: Phòng Nội vụ
            kind: department
            parent: thanh-pho
            head:
              name: Hạnh
              title: Trưởng phòng
              email: noivu@example.vn
          - id: tu-phap
            name: Phòng Tư pháp
            kind: department
            parent: thanh-pho
            head:
              name: Dũng
              title: Trưởng phòng
              email: tuphap@example.vn
        desks:
          - id: Q1
            name: Hộ tịch
            unit: tu-phap
            fields: [ho-tich]
          - id: Q2
            name: Chứng thực
            unit: tu-phap
        officials:
          - id: minh
            name: Minh
            title: Chuyên viên
            unit: tu-phap
        postings:
          - desk: Q1
            official: minh
            from: 2024-01-01
            weekdays: [T2, T3]
          - desk: Q2
            official: minh
            from: 2024-01-01
            weekdays: [T4]

        """,
        "alerts.yaml": """
        negativeLevel: 2
        categories:
          - id: thap
            name: Không hài lòng
            lowLevels: true
            recipients: [head]
            answerWithin: 15
        workingHours:
          spans: ["07:30-11:30", "13:30-17:00"]
          weekdays: [T2, T3, T4, T5, T6]
          holidays:
            - 2024-09-02

        """,
        "targets.yaml": """
        targets:
          - id: muc-tieu
            name: Mục tiêu
            percent: 80.09
            from: 2024-01-01
            method: Tại quầy
            sameMethod: true

        """,
        "server.yaml": """
        form:
          questionnaire: LK
        listen:
          port: 8080

        """,
        "questionnaires/lk.yaml": """
        id: LK
        version: 1
        title: Phiếu ngắn
        source: Kế hoạch 203/KH-UBND
        from: 2024-01-01
        overall: LK2
        factors:
          - id: chung
            name: Chung
            criteria:
              - id: LK1
                text: Thái độ
              - id: LK2
                text: Hài lòng chung

        """,
    ]

    /// - Returns: what `body` returns; the folder is gone afterwards.
    static func with<Value>(_ files: [String: String], _ body: (URL) throws -> Value) throws -> Value {
        let folder = try empty()
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder)
    }

    static func empty() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kiosk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
