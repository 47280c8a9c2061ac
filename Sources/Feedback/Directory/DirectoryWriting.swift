/// What a store does for the configured world.
package protocol DirectoryWriting {
    /// Replaces the configuration as a whole; ids that ratings point at stay as rows with their last day.
    func replaceConfiguration(with configuration: KioskConfiguration) throws
    func insertCode(_ code: DeskCode, for desk: ID<Desk>) throws
    func retireCode(_ code: DeskCode) throws
}
