import CZip
import Foundation

/// Packs files into one zip in memory, by libzip. The same files give the same bytes: every one is of 1980-01-01, the
/// first day that a zip knows.
enum Parcel {
    struct File {
        let name: String
        let content: [UInt8]

        init(_ name: String, _ content: [UInt8]) {
            self.name = name
            self.content = content
        }

        init(_ name: String, _ xml: XMLText) {
            self.init(name, Array((XMLText.declaration + xml.text).utf8))
        }
    }

    /// Day 1, month 1, year 1980 + 0.
    private static let firstDay: UInt16 = 1 << 5 | 1

    static func pack(_ files: [File]) throws(DocumentProblem) -> [UInt8] {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        guard let buffer = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
            throw unsafe .failed(String(cString: zip_error_strerror(&error)))
        }
        // Two holds: the archive takes one and gives it back when it is closed, the other keeps the bytes until read.
        unsafe zip_source_keep(buffer)
        defer { unsafe zip_source_free(buffer) }
        guard let archive = unsafe zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            unsafe zip_source_free(buffer)
            throw unsafe .failed(String(cString: zip_error_strerror(&error)))
        }
        do throws(DocumentProblem) {
            for file in files { try unsafe add(file, to: archive) }
            guard unsafe zip_close(archive) == 0 else { throw unsafe words(archive) }
        } catch {
            unsafe zip_discard(archive)
            throw error
        }
        return try unsafe content(of: buffer)
    }

    private static func add(_ file: File, to archive: OpaquePointer) throws(DocumentProblem) {
        // libzip reads it when the archive is closed, and frees it.
        guard let copy = unsafe malloc(max(file.content.count, 1)) else { throw .failed("malloc") }
        unsafe file.content.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe copy.copyMemory(from: start, byteCount: bytes.count)
        }
        guard let source = unsafe zip_source_buffer(archive, copy, UInt64(file.content.count), 1) else {
            unsafe free(copy)
            throw unsafe words(archive)
        }
        let index = unsafe zip_file_add(archive, file.name, source, 0)
        guard index >= 0 else {
            unsafe zip_source_free(source)
            throw unsafe words(archive)
        }
        guard unsafe zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0 else {
            throw unsafe words(archive)
        }
    }

    private static func content(of buffer: OpaquePointer) throws(DocumentProblem) -> [UInt8] {
        var state = unsafe zip_stat_t()
        guard unsafe zip_source_stat(buffer, &state) == 0, unsafe zip_source_open(buffer) == 0 else {
            throw .failed("libzip")
        }
        defer { unsafe zip_source_close(buffer) }
        let size = unsafe Int(state.size)
        var read = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { output, count in
            read = unsafe Int(zip_source_read(buffer, output.baseAddress, UInt64(size)))
            count = max(read, 0)
        }
        guard read == size else { throw .failed("libzip") }
        return bytes
    }

    private static func words(_ archive: OpaquePointer) -> DocumentProblem {
        unsafe .failed(String(cString: zip_strerror(archive)))
    }
}
