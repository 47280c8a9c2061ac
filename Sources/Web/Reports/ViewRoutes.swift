import Feedback
import Hummingbird
import Pages

extension Website {
    /// Saved views: kept by one person, opened by whoever gets the address, within the own rights.
    func addViews(to routes: inout Routes) {
        routes.get("/office/views/{id}", for: .seeFigures) { _, staff in
            let id = try staff.number("id")
            guard let view = try await store.read({ try $0.savedView(id) }),
                let address = view.address(on: LocalDay(staff.now))
            else { throw Refusal.notFound }
            return answers.see(address.path)
        }
        routes.post("/office/views", for: .seeFigures) { form, staff in
            guard let period = form["period"].flatMap(SavedView.Time.init) else { throw Refusal.malformed }
            // Read and written again: what is kept is an address of ours and nothing else.
            let choice = try FormFields(urlEncoded: (form["query"] ?? "").utf8)
            let today = LocalDay(staff.now)
            let address = FigureAddress(period: period.period(on: today), query: choice)
            let user = staff.user.id
            do {
                _ = try await store.write(as: staff.actor) {
                    try $0.saveView(form["name"] ?? "", of: user, period: period, query: address.choice)
                }
                return answers.see(address.path)
            } catch Refusal.invalid(let problems) {
                return try answers.office(
                    ViewFormPage(staff.frame(.month), address: address, today: today, typed: form, problems: problems),
                    status: .unprocessableContent)
            }
        }
        routes.post("/office/views/{id}/delete", for: .seeFigures) { _, staff in
            let (id, user) = (try staff.number("id"), staff.user.id)
            try await store.write(as: staff.actor) { try $0.deleteView(id, of: user) }
            return answers.see("/office/figures")
        }
    }
}
