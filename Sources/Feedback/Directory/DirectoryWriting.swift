package import Foundation

/// What a store does for the configured world.
package protocol DirectoryWriting {
    /// Replaces the configuration as a whole; ids that ratings point at stay as rows with their last day.
    func replaceConfiguration(with configuration: KioskConfiguration) throws
    /// Writes these things, each in the place of the one with its id, or after the last.
    func put(_ edit: DirectoryEdit) throws
    /// Takes these things out of the configuration, as if they had never been added.
    func remove(_ edit: DirectoryEdit) throws
    func putAuthority(_ authority: Authority) throws
    /// - Returns: the id.
    func insertDirectoryChange(_ change: DirectoryChange) throws -> Int64
    func withdrawDirectoryChange(_ id: Int64, at: Date) throws
    func insertCode(_ code: DeskCode, for desk: ID<Desk>) throws
    func retireCode(_ code: DeskCode) throws
}
