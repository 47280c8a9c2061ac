package import Foundation

/// What a store says about requests, incidents and who looked at what.
package protocol DataRequestReading {
    func dataRequest(code: RequestCode) throws -> DataRequest?
    /// Nil when there is none about a rating in this scope.
    func dataRequest(_ id: Int64, scope: Scope) throws -> DataRequest?
    /// Open ones first, by their next day; the others newest first.
    func dataRequests(scope: Scope, onlyOpen: Bool, limit: Int) throws -> [DataRequest]
    /// Newest first.
    func dataRequests(aboutRating id: Int64) throws -> [DataRequest]
    func dataRequestSteps(of request: Int64) throws -> [DataRequestStep]

    func incident(_ id: Int64) throws -> Incident?
    /// Open ones first, the oldest detection first; the others newest first.
    func incidents() throws -> [Incident]
    func incidentSteps(of incident: Int64) throws -> [IncidentStep]

    /// Lines of the journal of these kinds in [from, to), oldest first.
    func entries(from: Date, to: Date, kinds: [Entry.Kind], limit: Int) throws -> [Entry]
    /// Lines about any of these subjects, oldest first.
    func entries(about subjects: Set<String>) throws -> [Entry]

    /// Every rating of this phone, replaced ones too, oldest first.
    func ratings(of tag: PhoneTag) throws -> [Rating]
    /// The ratings that this one replaced, directly or through others.
    func ratings(replacedBy id: Int64) throws -> [Rating]
    /// Every column of every table, in the order of the schema.
    func schemaColumns() throws -> [SchemaColumn]
}

/// What a store does for requests and incidents.
package protocol DataRequestWriting {
    /// - Returns: the id.
    func insertDataRequest(_ request: DataRequest) throws -> Int64
    func insertDataRequestStep(_ step: DataRequestStep) throws
    /// Replaces what somebody wrote; nil takes it away. The old words are overwritten.
    func replaceComment(of rating: Int64, with comment: String?) throws
    /// Overwrites the sealed number, its fingerprint and the digest of what was typed: nothing of the number is left.
    /// - Parameter digest: 16 bytes that take the digest's place.
    func forgetPhone(of rating: Int64, digest: [UInt8]) throws
    func forbidCalling(aboutRating id: Int64) throws

    /// - Returns: the id.
    func insertIncident(detectedAt: Date) throws -> Int64
    func insertIncidentFacts(_ facts: IncidentFacts, of incident: Int64, at: Date, actor: String) throws
    func insertIncidentStep(_ step: IncidentStep) throws
}

/// A place where something can be kept.
package struct SchemaColumn: Sendable, Hashable {
    package var table: String
    package var name: String
    /// "TEXT", "INTEGER", "BLOB".
    package var type: String

    package init(table: String, name: String, type: String) {
        self.table = table
        self.name = name
        self.type = type
    }
}
