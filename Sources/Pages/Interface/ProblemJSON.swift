package import Feedback

/// What is wrong, as RFC 9457 has it.
package struct ProblemJSON: Sendable {
    package let json: JSONValue

    package init(status: Int, title: String, detail: String? = nil, problems: FormProblems = FormProblems()) {
        var members: [(name: String, value: JSONValue)] = [
            ("type", .text("about:blank")), ("title", .text(title)), ("status", .integer(status)),
        ]
        if let detail { members.append(("detail", .text(detail))) }
        if !problems.isEmpty {
            let errors = problems.problems.map { problem in
                JSONValue.object([("parameter", .text(problem.field)), ("message", .text(problem.message))])
            }
            members.append(("errors", .list(errors)))
        }
        json = .object(members)
    }
}
