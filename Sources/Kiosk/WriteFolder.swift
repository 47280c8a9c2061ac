package import Feedback
package import Foundation

extension KioskFolder {
    /// Writes a folder that reads back as the same configuration. Existing files are replaced one by one, questionnaires
    /// that are no longer there go; the operator's comments are lost, so `config export` should go to a new folder.
    /// - Throws: what the file system says.
    package static func write(
        _ configuration: KioskConfiguration, _ settings: ServerSettings, to folder: URL
    ) throws {
        let questionnaires = folder.appending(path: "questionnaires")
        try FileManager.default.createDirectory(at: questionnaires, withIntermediateDirectories: true)
        let files = files(configuration, settings)
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
        }
        for name in names(in: questionnaires) where files["questionnaires/\(name)"] == nil && name.hasSuffix(".yaml") {
            try FileManager.default.removeItem(at: questionnaires.appending(path: name))
        }
    }

    /// The texts by name.
    static func files(_ configuration: KioskConfiguration, _ settings: ServerSettings) -> [String: String] {
        var files = [
            "organization.yaml": configuration.organizationTree.file(
                schema: "schema/organization.schema.json", about: "Tổ chức bộ máy, quầy, cán bộ, lịch ngồi quầy."),
            "alerts.yaml": configuration.alerts.tree.file(
                schema: "schema/alerts.schema.json", about: "Đánh giá xấu, nơi nhận, hạn trả lời, giờ làm việc."),
            "targets.yaml": YAMLTree.keys([("targets", .list(configuration.targets.map(\.tree)))]).file(
                schema: "schema/targets.schema.json", about: "Mục tiêu và mốc so sánh."),
            "server.yaml": settings.tree(with: configuration.form).file(
                schema: "schema/server.schema.json", about: "Máy chủ và phiếu đánh giá."),
        ]
        if let reports = configuration.reports {
            files["reports.yaml"] = reports.tree.file(
                schema: "schema/reports.schema.json", about: "Thể thức của báo cáo bằng văn bản.")
        }
        let versions = Dictionary(grouping: configuration.questionnaires, by: { $0.id.rawValue.lowercased() })
        for questionnaire in configuration.questionnaires {
            let id = questionnaire.id.rawValue.lowercased()
            let isOnly = versions[id]?.count == 1
            let name = isOnly ? id : "\(id)-\(questionnaire.version)"
            files["questionnaires/\(name).yaml"] = questionnaire.tree.file(
                schema: "../schema/questionnaire.schema.json", about: "\(questionnaire.title).")
        }
        return files
    }
}
