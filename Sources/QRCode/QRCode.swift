import CQREncode
import Foundation

/// A QR code: a square of black and white modules, made by libqrencode.
///
/// Upper-case text without other characters than `$%*+-./:` and space is kept in alphanumeric mode (5,5 bits a
/// character instead of 8): an address of up to 47 characters is then 29×29 modules at level Q.
package struct QRCode: Sendable, Equatable {
    /// How much of a damaged code can still be read (ISO/IEC 18004: about 7, 15, 25 and 30 % of its words).
    package enum Level: Sendable, CaseIterable {
        case low, medium, quartile, high
    }

    /// Why a text has no code.
    package enum Problem: Error, Equatable {
        case empty
        /// The text does not fit into 177×177 modules at this level.
        case tooLong
        /// A NUL character: libqrencode would end the text there without a word.
        case containsNull
        case outOfMemory
    }

    /// Free modules that ISO/IEC 18004 asks for on each side.
    package static let quietZone = 4

    /// Modules on one side, without the quiet zone: 21, 25, 29 … 177.
    package let size: Int
    /// One byte a module, row by row from the top left: 1 is black, 0 is white.
    package let modules: [UInt8]

    package init(_ text: String, level: Level = .quartile) throws(Problem) {
        guard !text.isEmpty else { throw .empty }
        guard !text.utf8.contains(0) else { throw .containsNull }
        // QR_MODE_8 is the mode of what is neither digits nor alphanumeric; QR_MODE_KANJI would take pairs of
        // UTF-8 bytes for Shift-JIS. Case-sensitive, because folding is the caller's decision.
        let symbol = unsafe text.withCString { characters in
            unsafe QRcode_encodeString(characters, 0, level.native, QR_MODE_8, 1)
        }
        guard let symbol = unsafe symbol, let data = unsafe symbol.pointee.data else {
            // libqrencode says ERANGE for "too long"; NULL for any other reason is an allocation that failed.
            throw errno == ERANGE ? .tooLong : .outOfMemory
        }
        defer { unsafe QRcode_free(symbol) }
        let width = unsafe Int(symbol.pointee.width)
        size = width
        // Bit 0 is the colour, the others say what the module is for.
        modules = unsafe [UInt8](unsafeUninitializedCapacity: width * width) { buffer, count in
            for index in 0..<(width * width) {
                unsafe buffer[index] = data[index] & 1
            }
            count = width * width
        }
    }

    package func isBlack(row: Int, column: Int) -> Bool { modules[row * size + column] == 1 }
}

extension QRCode.Level {
    fileprivate var native: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
