/// What somebody reads: a struct of finished values, and a template of the same name.
///
/// Values are stored, never computed: the template engine cannot see a computed property, and draws a tag it does not
/// find as nothing. Every page has a `sample`, for its test and for `make preview`.
package protocol Page: Sendable {
    /// The file in `Templates/`, without ".mustache".
    static var template: String { get }
}

extension Page {
    /// - Throws: `TemplateFault` when the template is missing or does not compile.
    package func html() throws -> String { try Templates.render(self, with: Self.template) }
}
