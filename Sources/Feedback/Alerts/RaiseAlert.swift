extension Writing {
    /// Opens a case about a bad rating and queues the mail to those who must know, in the rating's own transaction.
    @discardableResult
    package func raiseAlert(about rating: Rating, category: AlertPolicy.Category) throws -> Alert {
        let policy = directory.configuration.alerts
        var alert = Alert(
            id: 0, rating: rating.id, desk: rating.desk, unit: rating.unit, category: category.id, raisedAt: now,
            dueAt: policy.hours.deadline(after: now, minutes: category.answerWithin * 60),
            bypassesHead: category.bypassesHead, headName: directory.head(of: rating.unit)?.name ?? "",
            step: .opened)
        alert.id = try insertAlert(alert)
        try insertCaseStep(CaseStep(alert: alert.id, kind: .opened, at: now, actor: actor.label, dueAt: alert.dueAt))
        for mailbox in directory.recipients(of: alert, category: category) {
            try queueMail(.alert, about: alert, to: mailbox)
        }
        try watch(alert)
        try log(.alertRaised, about: "alert:\(alert.id)", "rating=\(rating.id)")
        return alert
    }
}

extension Directory {
    /// The head of a unit, or of the nearest unit above that has one.
    package func head(of id: ID<Unit>) -> Head? {
        // Of a unit that is closed: whoever took over.
        var next = day.flatMap { standing(id, on: $0).first } ?? unit(id)
        var steps = 0
        while let unit = next, steps < 16 {
            if let head = unit.head { return head }
            next = unit.parent.flatMap { self.unit($0) }
            steps += 1
        }
        return nil
    }

    /// Who is told, each once.
    func recipients(of alert: Alert, category: AlertPolicy.Category) -> [MailAddress] {
        var found: [MailAddress] = []
        for recipient in category.recipients {
            let head =
                switch recipient {
                case .head: head(of: alert.unit)
                case .homeAffairs: head(of: configuration.authority.homeAffairs)
                }
            guard let head, !found.contains(where: { $0.address == head.email }) else { continue }
            found.append(MailAddress(name: head.name, address: head.email))
        }
        return found
    }
}
