import Feedback
import Foundation
import HTTPTypes
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite("Tables that are sent to the office")
struct ImportTableTests {
    private static let table = """
        Họ tên;Chức danh;Đơn vị;Quầy;Từ ngày
        Nguyễn Thị Bình;Chuyên viên;Phòng Tư pháp;q09;01/12/2026
        Lạ;Chuyên viên;Không có;;
        """

    private func upload(
        _ site: Site, _ staff: Staff, file: String, token: String? = nil, boundary: String = "----b0undary"
    ) async throws -> Answer {
        let body = """
            --\(boundary)\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(token ?? staff.formToken)\r\n\
            --\(boundary)\r\nContent-Disposition: form-data; name="file"; filename="bảng.csv"\r\n\
            Content-Type: text/csv\r\n\r\n\(file)\r\n--\(boundary)--\r\n
            """
        return try await site.ask(
            .post, "/office/import/file", body: body,
            headers: staff.headers.merging(["Content-Type": "multipart/form-data; boundary=\(boundary)"]) { a, _ in a })
    }

    @Test("A file is shown line by line, then taken over in one go, with a summary")
    func file() async throws {
        let site = try await Site()
        let staff = try await site.staff(.administrator)
        #expect(try await site.get("/office/import", as: staff).text.contains("multipart/form-data"))
        let sent = try await upload(site, staff, file: Self.table)
        let path = try #require(sent.location)
        #expect(sent.status == 303 && path.hasPrefix("/office/import/"))
        let preview = try await site.get(path, as: staff)
        #expect(preview.text.contains("2 dòng: 1 mới, 0 thay đổi, 0 không đổi, 1 bị từ chối"))
        #expect(preview.text.contains("Không có đơn vị “Không có”"))
        #expect(site.fixture.directory.official("nguyen-thi-binh") == nil)
        let fingerprint = try #require(preview.value(of: "fingerprint"))
        let form = "token=\(staff.formToken)&fingerprint="
        #expect(try await site.post("\(path)/apply", form + "other", as: staff).status == 422)
        let done = try await site.post("\(path)/apply", form + fingerprint, as: staff)
        #expect(done.location?.hasPrefix("/office/import?new=1&changed=0&refused=1&change=") == true)
        #expect(try await site.get(try #require(done.location), as: staff).text.contains("1 dòng mới"))
        #expect(site.fixture.directory.official("nguyen-thi-binh") != nil)
        #expect(try await site.get(path, as: staff).location == "/office/import?gone=1")
        #expect(try await site.post("\(path)/apply", form + fingerprint, as: staff).location == "/office/import?gone=1")
    }

    @Test("A table is pasted as well; what cannot be read comes back as it was typed")
    func pasted() async throws {
        let site = try await Site()
        let staff = try await site.staff(.homeAffairs)
        let form = TypedForm([(name: "token", value: staff.formToken), (name: "table", value: Self.table)])
        #expect(try await site.post("/office/import", form.body, as: staff).status == 303)
        let wrong = TypedForm([(name: "token", value: staff.formToken), (name: "table", value: "Tuổi;Quầy\n3;q03")])
        let answer = try await site.post("/office/import", wrong.body, as: staff)
        #expect(answer.status == 422 && answer.text.contains("Tuổi;Quầy\n3;q03"))
    }

    @Test("Somebody else's table is not found, and a file without the page's token is foreign")
    func others() async throws {
        let site = try await Site()
        let staff = try await site.staff(.administrator), other = try await site.staff(.homeAffairs)
        let path = try #require(try await upload(site, staff, file: Self.table).location)
        #expect(try await site.get(path, as: other).location == "/office/import?gone=1")
        #expect(try await upload(site, staff, file: Self.table, token: "x").status == 403)
        let hanh = try await site.staff(.head, over: "tu-phap")
        #expect(try await upload(site, hanh, file: Self.table).status == 404)
        #expect(try await site.get("/office/import", as: hanh).status == 404)
        #expect(try await upload(site, staff, file: String(repeating: "a", count: 3 << 20)).status == 413)
        #expect(try await upload(site, staff, file: "PK\u{3}\u{4} hỏng").status == 422)
    }

    @Test("A body that no browser sends is refused")
    func multipart() throws {
        let type = "multipart/form-data; boundary=b"
        func form(_ body: String, _ type: String = type) throws -> MultipartForm {
            try MultipartForm(Array(body.utf8), contentType: type)
        }
        let head = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
        #expect(try form("\(head)x\r\ny\r\n--b--").fields["a"] == "x\r\ny")
        #expect(try form("\(head)\r\n--b--\r\n", "Multipart/Form-Data; boundary=\"b\"").fields["a"] == "")
        for body in [
            "", "--b", "--b--x", "\r\n\(head)x\r\n--b--", "\(head)x", "\(head)x\r\n--b", "\(head)x\r\n--bx\r\n",
            "\(head)x\r\n--b--\r\nmore", "--b\r\n\r\nx\r\n--b--",
            "--b\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nx\r\n--b--",
            "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--", "\(head)\0\r\n--b--",
            "\(head)x\r\n\(head)y\r\n--b--",
            String(
                repeating: "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\nx\r\n", count: 1)
                + String(repeating: head + "x\r\n", count: 9) + "--b--",
        ] {
            #expect(throws: Refusal.malformed, "\(body.prefix(40))") { _ = try form(body) }
        }
        for type in [
            "multipart/form-data", "multipart/mixed; boundary=b", "multipart/form-data; boundary=", "text/csv",
        ] {
            #expect(throws: Refusal.unsupportedType) { _ = try form("\(head)x\r\n--b--", type) }
        }
    }
}
