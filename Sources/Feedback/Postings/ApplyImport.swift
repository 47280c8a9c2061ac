package import Foundation

/// A table that waits to be confirmed. It holds names of officials, so it goes when it was applied, or after a day.
package struct ImportDraft: Sendable {
    package static let lifetime: TimeInterval = 86_400

    package var id: Int64
    package var user: Int64
    package var createdAt: Date
    package var sheet: ImportSheet

    package init(id: Int64, user: Int64, createdAt: Date, sheet: ImportSheet) {
        self.id = id
        self.user = user
        self.createdAt = createdAt
        self.sheet = sheet
    }
}

/// What a store says and does about tables that wait.
package protocol ImportReading {
    func importDraft(_ id: Int64) throws -> ImportDraft?
}

package protocol ImportWriting {
    /// - Returns: the id.
    func insertImportDraft(_ sheet: ImportSheet, user: Int64) throws -> Int64
    func deleteImportDraft(_ id: Int64) throws
    func deleteImportDrafts(before: Date) throws
}

extension Reading {
    /// The table of this user and what it would do now.
    /// - Throws: `Refusal.notFound` when it is not theirs, was applied, or is a day old.
    package func importPlan(_ id: Int64, user: Int64, scope: Scope) throws -> (ImportDraft, ImportPlan) {
        guard let draft = try importDraft(id), draft.user == user,
            now.timeIntervalSince(draft.createdAt) <= ImportDraft.lifetime
        else { throw Refusal.notFound }
        return (draft, ImportPlan(draft.sheet, in: directory, today: LocalDay(now), scope: scope))
    }
}

extension Writing {
    /// Keeps a table until it is confirmed; older ones of others go.
    package func keepImport(_ sheet: ImportSheet, user: Int64) throws -> Int64 {
        try deleteImportDrafts(before: now.addingTimeInterval(-ImportDraft.lifetime))
        return try insertImportDraft(sheet, user: user)
    }

    /// Does what the plan says, all of its accepted lines or none.
    /// - Parameter fingerprint: of the plan that was shown.
    /// - Returns: the change of the calendar; nil when only officials came.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` when the directory changed since, so that something else would
    ///   be done than was shown.
    package func applyImport(_ id: Int64, user: Int64, fingerprint: String, scope: Scope) throws -> Int64? {
        let (_, plan) = try importPlan(id, user: user, scope: scope)
        guard plan.fingerprint == fingerprint else {
            throw Refusal.shift("table", "Danh mục vừa thay đổi nên kết quả sẽ khác. Xin xem lại bảng dưới đây.")
        }
        guard !plan.isEmpty else { throw Refusal.shift("table", "Không có dòng nào thay đổi điều gì.") }
        if !plan.officials.isEmpty { try put(DirectoryEdit(officials: plan.officials)) }
        var change: Int64?
        if !plan.added.isEmpty || !plan.removed.isEmpty {
            for posting in plan.removed where try !deletePosting(posting) {
                throw Refusal.shift("table", "Phân công vừa được thay đổi ở nơi khác. Xin xem lại bảng.")
            }
            for posting in plan.added { try insertPosting(posting) }
            change = try insertShiftChange(added: plan.added, removed: plan.removed)
            try reloadCalendar()
        }
        try deleteImportDraft(id)
        try log(
            .tableImported, about: change.map { "change:\($0)" } ?? "officials",
            "officials=\(plan.officials.count) postings=\(plan.added.count) refused=\(plan.refused)")
        return change
    }
}
