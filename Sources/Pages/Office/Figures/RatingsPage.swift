package import Feedback

/// The ratings behind a number, newest first.
package struct RatingsPage: Page {
    package static let template = "office-ratings"
    /// Rows of one page.
    package static let length = 50

    struct LevelLink: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    let header: Header
    let title: String
    let periodHref: String
    let periodTitle: String
    let choices: [ChosenCell]
    let levels: [LevelLink]
    let total: String
    let range: String?
    let rows: [RatingText]
    let newerHref: String?
    let olderHref: String?

    /// - Parameters:
    ///   - ratings: those of `address.page`, at most `length`.
    ///   - total: how many the address has in all.
    package init(_ frame: Frame, address: FigureAddress, ratings: [Rating], total: Int) {
        periodTitle = Formats.period(address.period)
        title = "Phiếu của \(periodTitle)"
        header = Header(frame, title: title)
        periodHref = FigureAddress(period: address.period, cell: address.cell).path
        let directory = frame.directory.picture(of: address.period)
        let questionnaire = directory.deskQuestionnaire(on: address.period.last)
        choices = ChosenCells(address: address, directory: directory, questionnaire: questionnaire).all
        let dissatisfied: Set<Level> = [.veryDissatisfied, .dissatisfied]
        levels =
            [LevelLink(title: "Mọi mức", href: address.at([]).rowsPath, isCurrent: address.levels.isEmpty)]
            + [
                LevelLink(
                    title: "Mức 1 và 2", href: address.at(dissatisfied).rowsPath,
                    isCurrent: address.levels == dissatisfied)
            ]
            + Level.allCases.map {
                LevelLink(title: $0.words, href: address.at([$0]).rowsPath, isCurrent: address.levels == [$0])
            }
        self.total = Formats.count(total)
        let first = (address.page - 1) * Self.length + 1
        range =
            ratings.isEmpty || total <= Self.length
            ? nil : "\(Formats.count(first)) đến \(Formats.count(first + ratings.count - 1))"
        let mayCall = frame.rights.may(.revealPhones)
        rows = ratings.map { RatingText($0, in: directory, mayCall: mayCall) }
        newerHref = address.page > 1 ? address.turned(to: address.page - 1).rowsPath : nil
        olderHref = first + ratings.count - 1 < total ? address.turned(to: address.page + 1).rowsPath : nil
    }
}
