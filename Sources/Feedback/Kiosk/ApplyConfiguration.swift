extension Writing {
    /// Makes `configuration` the truth, and issues a code for every desk that has none and is not closed.
    package func apply(_ configuration: KioskConfiguration) throws {
        try replaceConfiguration(with: configuration)
        let today = LocalDay(now)
        for desk in configuration.desks where !desk.isClosed(on: today) && directory.code(of: desk.id) == nil {
            try insertCode(DeskCode(random: random(DeskCode.length)), for: desk.id)
        }
        try renewNotice()
        try log(.configurationApplied, about: "kiosk-config")
    }
}
