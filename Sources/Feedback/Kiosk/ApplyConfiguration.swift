extension Writing {
    /// Makes `configuration` the truth, and issues a code for every desk that has none.
    package func apply(_ configuration: KioskConfiguration) throws {
        try replaceConfiguration(with: configuration)
        for desk in configuration.desks where directory.code(of: desk.id) == nil {
            try insertCode(DeskCode(random: random(DeskCode.length)), for: desk.id)
        }
        try log(.configurationApplied, about: "kiosk-config")
    }
}
