import Feedback

extension AccessTable {
    private static let figures: Set<Role> = [
        .administrator, .homeAffairs, .leadership, .head, .oneStopLead, .supervisor,
    ]
    private static let reports: Set<Role> = [.administrator, .homeAffairs, .leadership, .head, .supervisor]
    private static let publication: Set<Role> = [.leadership]
    private static let interface: Set<Role> = [.administrator, .homeAffairs]

    /// Figures, comments, comparison, exports, reports, publication: whoever reads them, writes them, gives them out.
    static let tableOfFigures: [(Set<Role>, Place, String)] = [
        (
            figures, .anywhere,
            """
            GET /office/figures
            GET /office/figures/{period}
            GET /office/figures/{period}.csv
            GET /office/figures/{period}.xlsx
            POST /office/views
            GET /office/months
            GET /office/months/{month}
            GET /office/months/{month}.csv
            """
        ),
        (
            figures, .missing,
            """
            GET /office/views/{id}
            POST /office/views/{id}/delete
            """
        ),
        (
            ratings, .anywhere,
            """
            GET /office/figures/{period}/ratings
            GET /office/months/{month}/ratings
            """
        ),
        (
            ratings, .anywhere,
            """
            GET /office/comments
            GET /office/comments.csv
            GET /office/comments.xlsx
            """
        ),
        (
            ratings, .missing,
            """
            POST /office/comments/{id}/kind
            """
        ),
        (
            figures, .anywhere,
            """
            GET /office/comparison
            GET /office/comparison.csv
            GET /office/comparison.xlsx
            """
        ),
        (
            figures, .unit,
            """
            GET /office/units/{unit}
            """
        ),
        (
            figures, .desk,
            """
            GET /office/desks/{desk}
            """
        ),
        (
            ratings, .anywhere,
            """
            GET /office/comparison/alarms
            """
        ),
        (
            caseWork, .missing,
            """
            POST /office/comparison/alarms/{id}
            """
        ),
        (
            [.homeAffairs, .head, .oneStopLead], .anywhere,
            """
            GET /office/dossiers
            GET+POST /office/dossiers/{month}
            GET /office/dossiers/{month}.csv
            GET /office/dossiers/{month}.xlsx
            """
        ),
        (
            [.official], .missing,
            """
            GET /office/own
            """
        ),
        (
            interface, .anywhere,
            """
            GET+POST /office/interface
            """
        ),
        (
            interface, .missing,
            """
            POST /office/interface/{id}/revoke
            """
        ),
        (
            figures, .anywhere,
            """
            GET /office/exports
            GET /office/exports/fields.csv
            GET /office/exports/fields.xlsx
            """
        ),
        (
            reports, .anywhere,
            """
            GET /office/exports/reform-index.csv
            GET /office/exports/reform-index.xlsx
            """
        ),
        (
            [.homeAffairs], .anywhere,
            """
            POST /office/exports/ratings
            """
        ),
        (
            reports, .anywhere,
            """
            GET /office/reports
            """
        ),
        (
            reports, .whole,
            """
            GET /office/reports/{period}
            GET /office/reports/{period}/print
            GET /office/reports/{period}.docx
            GET /office/reports/{period}.pdf
            GET /office/reports/{period}.xlsx
            """
        ),
        (
            [.homeAffairs], .whole,
            """
            POST /office/reports/{period}/texts
            POST /office/reports/{period}/freeze
            POST /office/reports/{period}/amend
            """
        ),
        (
            publication, .whole,
            """
            GET /office/publication
            """
        ),
        (
            publication, .missing,
            """
            GET /office/publication/{period}
            GET /office/publication/{period}/preview
            POST /office/publication/{period}
            POST /office/publication/{period}/withdraw
            """
        ),
    ]
}
