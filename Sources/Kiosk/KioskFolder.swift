package import Feedback
package import Foundation
import Yams

/// The folder `kiosk-config/` that an operator edits.
package enum KioskFolder {
    /// Reads all files, or says everything that is wrong with them at once.
    /// - Throws: `ConfigurationFaults`, sorted by file and line.
    package static func read(_ folder: URL) throws(ConfigurationFaults) -> (KioskConfiguration, ServerSettings) {
        let findings = Findings()
        let organization = Organization(root("organization.yaml", in: folder, findings))
        let questionnaires = questionnaireFiles(in: folder, findings).compactMap {
            root($0, in: folder, findings)?.keys(Questionnaire.init)
        }
        let alerts = root("alerts.yaml", in: folder, findings)?.keys(AlertPolicy.init)
        let targets = root("targets.yaml", in: folder, findings)?.keys { $0.list("targets", Target.init) }
        let reports = reportForm(in: folder, findings)
        let server = root("server.yaml", in: folder, findings)?.keys(ServerFile.init)
        findings.checkReferences()
        organization.check(findings)
        reportStrangers(in: folder, findings)
        guard findings.faults.isEmpty, let alerts, let targets, let server, let authority = organization.authority
        else {
            throw ConfigurationFaults(findings.faults)
        }
        let configuration = KioskConfiguration(
            authority: authority, units: organization.units, fields: organization.fields, desks: organization.desks,
            officials: organization.officials, postings: organization.postings, questionnaires: questionnaires,
            alerts: alerts, targets: targets, form: server.form, procedures: organization.procedures,
            reports: reports)
        return (configuration, server.settings)
    }

    static let fileNames = ["organization.yaml", "alerts.yaml", "targets.yaml", "reports.yaml", "server.yaml"]

    /// The one file that may be missing: then the head of a report follows from the names of the authority.
    private static func reportForm(in folder: URL, _ findings: Findings) -> ReportForm? {
        guard names(in: folder).contains("reports.yaml") else { return nil }
        return root("reports.yaml", in: folder, findings)?.keys(ReportForm.init)
    }

    private static func root(_ name: String, in folder: URL, _ findings: Findings) -> Reader? {
        let place = Place(file: name, line: 0, key: "")
        guard let data = try? Data(contentsOf: folder.appending(path: name)) else {
            findings.add(place, "không đọc được tệp; cần có trong \(folder.path(percentEncoded: false))")
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            findings.add(place, "tệp không phải UTF-8; hãy lưu lại với mã hóa UTF-8")
            return nil
        }
        do {
            // Plain strings: PlainScalar decides what they mean.
            guard let node = try Yams.compose(yaml: text, .basic) else {
                findings.add(place, "tệp trống")
                return nil
            }
            return Reader(node: node, place: Place(file: name, line: node.mark?.line ?? 1, key: ""), findings: findings)
        } catch {
            let (line, problem) = Self.problem(error, in: text)
            findings.add(Place(file: name, line: line, key: ""), problem)
            return nil
        }
    }

    private static func questionnaireFiles(in folder: URL, _ findings: Findings) -> [String] {
        let files = names(in: folder.appending(path: "questionnaires")).filter { $0.hasSuffix(".yaml") }
        if files.isEmpty {
            findings.add(Place(file: "questionnaires", line: 0, key: ""), "cần ít nhất một tệp phiếu, ví dụ lk.yaml")
        }
        return files.map { "questionnaires/\($0)" }
    }

    /// A file with a mistyped name would be overlooked in silence.
    private static func reportStrangers(in folder: URL, _ findings: Findings) {
        let strangers =
            names(in: folder).filter { isYAML($0) && !fileNames.contains($0) }
            + names(in: folder.appending(path: "questionnaires")).filter { isYAML($0) && !$0.hasSuffix(".yaml") }
            .map { "questionnaires/\($0)" }
        for name in strangers {
            let known = "\(fileNames.joined(separator: ", ")), questionnaires/*.yaml"
            findings.add(Place(file: name, line: 0, key: ""), "không biết tệp này; các tệp dùng được: \(known)")
        }
    }

    private static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    static func names(in folder: URL) -> [String] {
        let path = folder.path(percentEncoded: false)
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }
}
