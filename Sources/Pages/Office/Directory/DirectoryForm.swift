import Feedback

/// A form about the directory: what it will do and whether that can be undone stands above it, what is wrong above that.
package struct DirectoryForm: Page {
    package static let template = "office-directory-form"

    struct Line: Sendable {
        let id: String
        let name: String
        let label: String
        let hint: String?
        let problem: String?
        let text: Text?
        let choice: Choice?
        let checks: Checks?
    }

    struct Text: Sendable {
        let value: String
        let type: String
        let isRequired: Bool
    }

    struct Choice: Sendable {
        let options: [Option]
    }

    struct Checks: Sendable {
        let options: [Option]
    }

    struct Option: Sendable {
        let id: String
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let formToken: String
    let title: String
    let backHref: String
    let backTitle: String
    let lead: [String]
    let problems: [Problem]
    let action: String
    let lines: [Line]
    let button: String

    init(_ frame: Frame, _ draft: FormDraft, back: (title: String, href: String), action: String) {
        header = Header(frame, title: draft.problems.isEmpty ? draft.title : "Cần sửa: \(draft.title)")
        formToken = frame.formToken
        title = draft.title
        backHref = back.href
        backTitle = back.title
        lead = draft.lead
        let known = Set(draft.lines.map(\.name))
        problems = draft.problems.problems.map {
            Problem(field: known.contains($0.field) ? "field-\($0.field)" : "main", message: $0.message)
        }
        self.action = action
        lines = draft.lines
        button = draft.button
    }
}

/// A form as it grows line by line. What was typed wins over what is known.
struct FormDraft {
    let title: String
    let lead: [String]
    let button: String
    let typed: FormFields?
    let problems: FormProblems
    private(set) var lines: [DirectoryForm.Line] = []

    init(_ title: String, lead: [String], button: String, typed: FormFields?, problems: FormProblems) {
        self.title = title
        self.lead = lead
        self.button = button
        self.typed = typed
        self.problems = problems
    }

    mutating func text(
        _ name: String, _ label: String, _ value: String = "", hint: String? = nil, type: String = "text",
        required: Bool = true
    ) {
        add(
            name, label, hint,
            text: DirectoryForm.Text(value: typed?[name] ?? value, type: type, isRequired: required))
    }

    mutating func day(_ name: String, _ label: String, _ value: LocalDay, hint: String? = nil) {
        text(name, label, value.rawValue, hint: hint, type: "date")
    }

    mutating func choice(
        _ name: String, _ label: String, _ options: [(value: String, title: String)], chosen: String?,
        hint: String? = nil
    ) {
        let chosen = typed?[name] ?? chosen
        add(
            name, label, hint,
            choice: DirectoryForm.Choice(
                options: options.map {
                    DirectoryForm.Option(id: "", value: $0.value, title: $0.title, isChosen: $0.value == chosen)
                }))
    }

    mutating func checks(
        _ name: String, _ label: String, _ options: [(value: String, title: String)], chosen: [String],
        hint: String? = nil
    ) {
        guard !options.isEmpty else { return }
        let chosen = Set(typed.map { $0.values(name) } ?? chosen)
        add(
            name, label, hint,
            checks: DirectoryForm.Checks(
                options: options.enumerated().map { index, option in
                    DirectoryForm.Option(
                        id: "field-\(name)-\(index)", value: option.value, title: option.title,
                        isChosen: chosen.contains(option.value))
                }))
    }

    private mutating func add(
        _ name: String, _ label: String, _ hint: String?, text: DirectoryForm.Text? = nil,
        choice: DirectoryForm.Choice? = nil, checks: DirectoryForm.Checks? = nil
    ) {
        lines.append(
            DirectoryForm.Line(
                id: "field-\(name)", name: name, label: label, hint: hint, problem: problems.message(for: name),
                text: text, choice: choice, checks: checks))
    }
}
