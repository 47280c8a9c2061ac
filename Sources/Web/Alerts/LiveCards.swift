import Feedback
import Pages

extension Reading {
    /// The newest bad ratings of a scope as cards, newest first, each under the journal line that told of it.
    func liveCards(scope: Scope, limit: Int) throws -> [LiveCard] {
        let alerts = try alerts(scope: scope, onlyOpen: false, limit: limit)
        let lines = try journalLines(of: Set(alerts.map(\.id)))
        var cards: [LiveCard] = []
        for alert in alerts {
            guard let rating = try rating(id: alert.rating), let line = lines[alert.id] else { continue }
            cards.append(LiveCard(entry: line, alert: alert, rating: rating, directory: directory, now: now))
        }
        return cards
    }

    /// Journal lines by alert. Looked for from the end, in growing steps: a live page shows what is new.
    private func journalLines(of alerts: Set<Int64>) throws -> [Int64: Int64] {
        let end = try lastEntryID()
        var step: Int64 = 1_000
        while true {
            let start = max(0, end - step)
            var lines: [Int64: Int64] = [:]
            for entry in try entries(after: start, kinds: [.alertRaised], limit: Int(step)) {
                if let alert = entry.alertID, alerts.contains(alert) { lines[alert] = entry.id }
            }
            if lines.count == alerts.count || start == 0 { return lines }
            step *= 8
        }
    }
}
