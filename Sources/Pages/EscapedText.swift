extension String {
    /// As it may stand in a page, between tags and in attributes: `< > & " '` are escaped scalar by scalar: by whole characters, a quote that somebody typed with
    /// a combining accent after it would pass as it is and end the attribute it stands in.
    var escapedForHTML: String {
        guard utf8.contains(where: Self.isMarkup) else { return self }
        var safe = ""
        safe.unicodeScalars.reserveCapacity(unicodeScalars.count)
        for scalar in unicodeScalars {
            switch scalar {
            case "<": safe.unicodeScalars.append(contentsOf: "&lt;".unicodeScalars)
            case ">": safe.unicodeScalars.append(contentsOf: "&gt;".unicodeScalars)
            case "&": safe.unicodeScalars.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": safe.unicodeScalars.append(contentsOf: "&quot;".unicodeScalars)
            case "'": safe.unicodeScalars.append(contentsOf: "&#39;".unicodeScalars)
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
