import Feedback
import Hummingbird
import Pages

extension Website {
    func addComments(to routes: inout Routes) {
        routes.get("/office/comments", for: .readRatings) { _, staff in
            try answers.office(try await commentsPage(staff))
        }
        routes.get("/office/comments.csv", for: .readRatings) { _, staff in
            let sheet = try await commentSheet(staff, as: "csv")
            return answers.file(sheet.csv, type: CommentSheet.csvMediaType, saveAs: "y-kien-\(sheet.period).csv")
        }
        routes.get("/office/comments.xlsx", for: .readRatings) { _, staff in
            let sheet = try await commentSheet(staff, as: "xlsx")
            return answers.file(
                try sheet.xlsx(), type: CommentSheet.xlsxMediaType, saveAs: "y-kien-\(sheet.period).xlsx")
        }
        routes.post("/office/comments/{id}/kind", for: .readRatings) { form, staff in
            let (id, kind, scope) = (try staff.number("id"), try form.commentKind, staff.scope)
            try await store.write(as: staff.actor) { try $0.sortComment(ofRating: id, as: kind, scope: scope) }
            let back = CommentAddress(
                query: try FormFields(urlEncoded: (form["choice"] ?? "").utf8), today: LocalDay(staff.now))
            return answers.see("\(back.path)&sorted=\(id)#c-\(id)")
        }
    }

    private func commentsPage(_ staff: StaffContext) async throws -> CommentsPage {
        let (address, scope) = (staff.commentAddress, staff.scope)
        let filter = address.filter(scope: scope, in: staff.directory.picture(of: address.period))
        let sorted = staff.query["sorted"].flatMap { Int64($0) }
        let length = address.isForPrint ? CommentsPage.printedLength : CommentsPage.length
        return try await store.read { tx in
            let comments = try tx.comments(filter, limit: length, offset: (address.page - 1) * length)
            return CommentsPage(
                staff.frame(.comments), address: address, comments: comments, counts: try tx.commentCounts(filter),
                themes: try tx.themes(days: filter.days, scope: scope, cell: filter.cell, units: filter.units),
                names: try tx.users().commentNames,
                sorted: try sorted.flatMap { id in
                    try tx.comment(ofRating: id, scope: scope).map { ($0, try tx.kindChanges(ofRating: id)) }
                }, today: LocalDay(staff.now))
        }
    }

    private func commentSheet(_ staff: StaffContext, as kind: String) async throws -> CommentSheet {
        let address = staff.commentAddress
        let filter = address.filter(scope: staff.scope, in: staff.directory.picture(of: address.period))
        let comments = try await store.read { try $0.comments(filter, limit: CommentSheet.longest, offset: 0) }
        let details = "lines=\(comments.count) period=\(address.period) as=\(kind)"
        try await store.write(as: staff.actor) { try $0.log(.exported, about: "comments", details) }
        return CommentSheet(comments, address: address, directory: staff.directory)
    }
}

extension StaffContext {
    fileprivate var commentAddress: CommentAddress { CommentAddress(query: query, today: LocalDay(now)) }
}

extension [User] {
    /// By their mark in the journal.
    fileprivate var commentNames: [String: String] {
        Dictionary(map { ("user:\($0.id)", $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

extension FormFields {
    /// Empty: as the words suggest.
    fileprivate var commentKind: CommentKind? {
        get throws(Refusal) {
            guard let typed = self["kind"], !typed.isEmpty else { return nil }
            guard let kind = CommentKind(rawValue: typed) else { throw .malformed }
            return kind
        }
    }
}
