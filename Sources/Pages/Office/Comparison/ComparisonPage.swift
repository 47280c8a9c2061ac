package import Feedback

/// Units or desks side by side: bands, a funnel, whom to praise, where to look, and what to talk about with citizens.
package struct ComparisonPage: Page {
    package static let template = "office-comparison"

    struct Choice: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Row: Sendable {
        let name: String
        let href: String
        let figure: FigureText
        let band: BandText
        let rate: RateText?
    }

    struct Person: Sendable {
        let name: String
        let unit: String
        let n: String
        let band: BandText
    }

    struct Topic: Sendable {
        let name: String
        let href: String
        let figure: FigureText
        let band: BandText
        /// "31,2 %" of the ratings.
        let weight: String
    }

    struct Silent: Sendable {
        let name: String
        let href: String
        let last: String
    }

    let header: Header
    let title: String
    let tabs: [ComparisonTabs.Tab]
    /// "Quý IV/2026".
    let period: String
    let picker: PeriodPicker
    /// Of the form: the period that stays.
    let periodValue: String
    let sides: [Choice]
    let fields: [Choice]
    /// "Quý IV/2026 đến hôm nay, theo đơn vị".
    let subject: String
    let whole: FigureText
    let rule: String
    let chart: ChartDrawing?
    let heading: String
    let isByDesk: Bool
    let hasRows: Bool
    let rows: [Row]
    let hasPraise: Bool
    let praise: [Row]
    let hasConcern: Bool
    let concern: [Row]
    let hasPeople: Bool
    let people: [Person]
    let topicSpan: String
    let hasTopics: Bool
    let topics: [Topic]
    let hasSilent: Bool
    let silent: [Silent]
    let silentDays: String
    let partFiles: FileLinks
    let praiseFiles: FileLinks
    let concernFiles: FileLinks
    let silentFiles: FileLinks
    let topicFiles: FileLinks
    let peopleFiles: FileLinks

    package init(_ frame: Frame, comparison: FairComparison, today: LocalDay) {
        let address = ComparisonAddress(
            period: comparison.period, side: comparison.side, field: comparison.field)
        let directory = frame.directory.on(min(comparison.period.last, today))
        title = "So sánh công bằng"
        header = Header(frame, title: title)
        tabs = ComparisonTabs(frame, current: Section.comparison.path).all
        period = Formats.period(comparison.period).firstUppercased
        picker = PeriodPicker(address, today: today)
        periodValue = comparison.period.rawValue
        let seesUnits: Bool = if case .desks = frame.rights.scope(of: .seeFigures) { false } else { true }
        sides = [(FairComparison.Side.unit, "Đơn vị"), (.desk, "Quầy")].filter { seesUnits || $0.0 == .desk }.map {
            Choice(value: $0.0.rawValue, title: $0.1, isChosen: $0.0 == comparison.side)
        }
        fields =
            [Choice(value: "", title: "Mọi lĩnh vực", isChosen: comparison.field == nil)]
            + directory.fields.map {
                Choice(value: $0.id.rawValue, title: $0.name, isChosen: $0.id == comparison.field)
            }
        let kind = comparison.side == .unit ? "đơn vị" : "quầy"
        let field = comparison.field.map { ", lĩnh vực \(directory.field($0)?.name ?? $0.rawValue)" } ?? ""
        subject =
            Formats.period(comparison.period).firstUppercased + (comparison.isRunning ? " đến hôm nay" : "")
            + ", theo \(kind)\(field)"
        whole = FigureText(comparison.whole)
        rule = comparison.rule.words
        heading = kind.firstUppercased
        isByDesk = comparison.side == .desk
        let names = PartNames(side: comparison.side, directory: directory)
        let row = { (part: FairComparison.Part) in
            Row(
                name: names.name(part.id), href: ComparisonAddress.path(of: part.id, comparison.side),
                figure: FigureText(part.measured), band: BandText(part.band),
                rate: comparison.side == .desk ? comparison.rates[ID(part.id)].map(RateText.init) : nil)
        }
        chart = FunnelDrawing(comparison, names: names)?.drawing
        rows = comparison.parts.map(row)
        hasRows = !rows.isEmpty
        praise = comparison.praise.map(row)
        hasPraise = !praise.isEmpty
        concern = comparison.concern.map(row)
        hasConcern = !concern.isEmpty
        people = comparison.officials.map { id, n, band in
            let official = directory.official(id)
            return Person(
                name: official?.name ?? id.rawValue,
                unit: official.flatMap { directory.unit($0.unit)?.name } ?? "", n: Formats.count(n),
                band: BandText(band))
        }
        hasPeople = !people.isEmpty
        let span = comparison.topicMonths
        topicSpan = "\(Formats.month(span.lowerBound)) đến \(Formats.month(span.upperBound))"
        topics = comparison.topics.map { topic in
            var other = address
            other.field = topic.field
            return Topic(
                name: directory.field(topic.field)?.name ?? topic.field.rawValue, href: other.path,
                figure: FigureText(topic.measured), band: BandText(topic.band),
                weight: Formats.percent(topic.weight, decimals: 1))
        }
        hasTopics = !topics.isEmpty
        silent = comparison.silent.map { desk in
            Silent(
                name: directory.sign(of: desk.desk),
                href: ComparisonAddress.path(of: desk.desk.rawValue, .desk),
                last: desk.lastRating.map(Formats.shortDay) ?? "hơn một năm nay chưa có")
        }
        hasSilent = !silent.isEmpty
        silentDays = String(SilentDesk.days)
        let files = { (name: String, table: String) in FileLinks(name) { address.file($0, table: table) } }
        partFiles = files("tất cả", "parts")
        praiseFiles = files("đáng khen", "praise")
        concernFiles = files("cần xem", "concern")
        silentFiles = files("quầy im lặng", "silent")
        topicFiles = files("nên đối thoại", "topics")
        peopleFiles = files("cán bộ", "officials")
    }
}
