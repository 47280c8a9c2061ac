import CQREncode
import QRCode

/// Codes a second: libqrencode by itself, and a finished SVG around it, in turns over the same addresses.
///
/// `BenchQR ROUNDS CODES` prints a line for each round: codes a second alone, codes a second as SVG.
@main
struct BenchQR {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let rounds = arguments.first ?? 5
        let addresses = addresses(arguments.dropFirst().first ?? 2_000)
        // One unmeasured round: libqrencode fills its tables on first use.
        _ = unsafe alone(addresses)
        _ = try finished(addresses)
        let clock = ContinuousClock()
        for _ in 0..<rounds {
            var modules = 0
            var characters = 0
            let raw = clock.measure { modules = unsafe alone(addresses) }
            let drawn = try clock.measure { characters = try finished(addresses) }
            precondition(modules > 0 && characters > modules, "both sides did their work")
            print("\(Double(addresses.count) / raw.seconds) \(Double(addresses.count) / drawn.seconds)")
        }
    }

    /// Upper-case addresses of 41 characters as on the cards, all different: 29×29 modules at level Q.
    private static func addresses(_ count: Int) -> [String] {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var state: UInt64 = 20_240_101
        return (0..<count).map { _ in
            var code = ""
            for _ in 0..<10 {
                // Knuth's MMIX generator; the upper bits are the random ones.
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                code.append(alphabet[Int(state >> 59)])
            }
            return "HTTPS://DANHGIA.LONGKHANH.VN/Q/" + code
        }
    }

    /// - Returns: the sum of the widths, so that no call can be left out.
    @unsafe private static func alone(_ addresses: [String]) -> Int {
        var modules = 0
        for address in addresses {
            let symbol = unsafe address.withCString { characters in
                unsafe QRcode_encodeString(characters, 0, QR_ECLEVEL_Q, QR_MODE_8, 1)
            }
            if let symbol = unsafe symbol {
                modules += unsafe Int(symbol.pointee.width)
                unsafe QRcode_free(symbol)
            }
        }
        return modules
    }

    private static func finished(_ addresses: [String]) throws -> Int {
        var characters = 0
        for address in addresses { characters += try QRCode(address).svg().utf8.count }
        return characters
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
