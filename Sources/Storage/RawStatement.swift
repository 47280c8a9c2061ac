import GRDB
import GRDBSQLite

/// A statement of GRDB's cache, stepped past GRDB: what it does for each run (observers, checks, copies of the values)
/// costs more than SQLite itself, and a rating is ten statements. Only for statements that return no rows.
struct RawStatement {
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }

    init(_ statement: Statement) { self.statement = statement }

    func run(_ values: [(any Bindable)?]) throws(DatabaseError) {
        var mark: Int32 = 0
        for value in values {
            mark += 1
            if let value { value.bind(to: handle, mark) } else { sqlite3_bind_null(handle, mark) }
        }
        let code = sqlite3_step(handle)
        // Reset also frees what was bound last time: the next run binds every mark anew.
        defer { sqlite3_reset(handle) }
        guard code == SQLITE_DONE else {
            let database = sqlite3_db_handle(handle)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database)),
                message: sqlite3_errmsg(database).map { String(cString: $0) }, sql: statement.sql)
        }
    }
}

/// What a mark of a statement can stand for.
protocol Bindable {
    func bind(to statement: OpaquePointer, _ mark: Int32)
}

extension Int64: Bindable {
    func bind(to statement: OpaquePointer, _ mark: Int32) { sqlite3_bind_int64(statement, mark, self) }
}

extension Int: Bindable {
    func bind(to statement: OpaquePointer, _ mark: Int32) { sqlite3_bind_int64(statement, mark, Int64(self)) }
}

extension Double: Bindable {
    func bind(to statement: OpaquePointer, _ mark: Int32) { sqlite3_bind_double(statement, mark, self) }
}

extension String: Bindable {
    func bind(to statement: OpaquePointer, _ mark: Int32) {
        // Without an address SQLite would bind NULL.
        guard !isEmpty else { return _ = sqlite3_bind_text(statement, mark, "", 0, copied) }
        var text = self
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(statement, mark, $0.baseAddress, Int32($0.count), copied)
            }
        }
    }
}

extension [UInt8]: Bindable {
    func bind(to statement: OpaquePointer, _ mark: Int32) {
        _ = withUnsafeBytes { bytes in
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, mark, 0)
                : sqlite3_bind_blob(statement, mark, bytes.baseAddress, Int32(bytes.count), copied)
        }
    }
}

/// SQLITE_TRANSIENT: SQLite keeps a copy of its own.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
