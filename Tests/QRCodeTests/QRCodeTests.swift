import QRCode
import Testing

@Suite("QR codes")
struct QRCodeTests {
    @Test(
        "An upper-case address with a host of ordinary length is 29 by 29 modules at level Q",
        arguments: [
            "HTTPS://HL.VN/Q/8G4TXYZ123", "HTTPS://LONGKHANH.EXAMPLE.VN/Q/8G4TXYZ123",
            "HTTPS://LONGKHANH.DONGNAI.GOV.VN/Q/0123456789", "HTTP://192.168.100.100:8080/Q/8G4TXYZ123",
        ])
    func ordinaryAddress(address: String) throws {
        #expect(try QRCode(address).size <= 29)
    }

    @Test("Capitals are kept in alphanumeric mode: 47 characters fit where 47 bytes do not")
    func alphanumericMode() throws {
        let address = "HTTPS://DANHGIA.LONGKHANH-DN.GOV.VN/Q/8G4TXYZ12"
        #expect(address.count == 47)
        #expect(try QRCode(address).size == 29)
        #expect(try QRCode(address.lowercased()).size == 37)
        #expect(try QRCode(address + "3").size == 33, "a 48th character takes the next size")
    }

    @Test(
        "A higher level never makes a code smaller",
        arguments: ["A", "HTTPS://LONGKHANH.EXAMPLE.VN/Q/8G4TXYZ123", "Mức hài lòng của người dân"])
    func levels(text: String) throws {
        let sizes = try [QRCode.Level.low, .medium, .quartile, .high].map { try QRCode(text, level: $0).size }
        #expect(sizes == sizes.sorted())
        #expect(sizes.allSatisfy { ($0 - 21) % 4 == 0 })
    }

    @Test("What cannot be a code is refused with its reason")
    func refusals() {
        #expect(throws: QRCode.Problem.empty) { try QRCode("") }
        #expect(throws: QRCode.Problem.containsNull) { try QRCode("A\u{0}B") }
        #expect(throws: QRCode.Problem.tooLong) { try QRCode(String(repeating: "A", count: 2_421)) }
        #expect(throws: Never.self) { try QRCode(String(repeating: "A", count: 2_420)) }
    }

    @Test("The SVG holds one path of black on white, with four free modules on each side")
    func quietZone() throws {
        let code = try QRCode("HTTPS://LONGKHANH.EXAMPLE.VN/Q/8G4TXYZ123")
        let svg = code.svg()
        #expect(svg.contains(#"viewBox="0 0 37 37" shape-rendering="crispEdges""#))
        #expect(svg.contains(##"<path fill="#fff" d="M0 0h37v37H0z"/>"##))
        #expect(svg.matches(of: /<path d=/).count == 1)
        let painted = Painted(path: code.path(), side: 37)
        for distance in 0..<37 {
            for rim in [0, 1, 2, 3, 33, 34, 35, 36] {
                #expect(!painted.isBlack(row: rim, column: distance) && !painted.isBlack(row: distance, column: rim))
            }
        }
    }
}
