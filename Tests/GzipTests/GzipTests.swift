import Testing

@testable import Gzip

@Suite("Gzip")
struct GzipTests {
    /// A form of about 12 KB with the repetitions that a real one has.
    static let form: [UInt8] = Array(
        (1...22).map { row in
            """
            <fieldset><legend>\(row). Ông/Bà đánh giá thế nào về tiêu chí số \(row * 7)?</legend>
            <label><input type="radio" name="answer[LK\(row)]" value="1"> Rất không hài lòng</label>
            <label><input type="radio" name="answer[LK\(row)]" value="2"> Không hài lòng</label>
            <label><input type="radio" name="answer[LK\(row)]" value="5"> Rất hài lòng</label></fieldset>

            """
        }.joined().utf8)

    @Test(
        "What is compressed inflates to itself, at any level, empty and large included", arguments: [-3, 1, 6, 9, 40])
    func roundTrip(level: Int) {
        var random = Seeded()
        for bytes in [[], [0x41], Self.form, random.bytes(300_000)] {
            #expect(inflated(Gzip.compress(bytes, level: level), expecting: bytes.count) == bytes)
        }
    }

    @Test("Equal input gives equal output, without a time in the header")
    func stable() {
        let member = Gzip.compress(Self.form)
        #expect(member == Gzip.compress(Self.form))
        #expect(Array(member[4..<8]) == [0, 0, 0, 0])
    }

    @Test("A thousand random holes each give a valid member that inflates to the page with that hole")
    func thousandHoles() {
        var random = Seeded()
        let splice = GzipSplice(prefix: Self.form, suffix: Self.form, holeLength: 54)
        for _ in 0..<1_000 {
            let hole = random.bytes(54)
            #expect(
                inflated(splice.filled(with: hole), expecting: Self.form.count * 2 + 54) == Self.form + hole + Self.form
            )
        }
    }

    @Test("Random prefixes, suffixes and hole lengths splice right, suffixes with all 256 values included")
    func anyShape() {
        var random = Seeded()
        for _ in 0..<400 {
            // Few values make matches that end at, run into and cross the hole.
            let values: ClosedRange<UInt8> = Bool.random(using: &random) ? 0...2 : 0...255
            let prefix = random.bytes(Int.random(in: 0...3_000, using: &random), among: values)
            let suffix = random.bytes(Int.random(in: 0...3_000, using: &random), among: values)
            let length = [0, 1, 2, 3, 54, 300].randomElement(using: &random) ?? 0
            let hole = random.bytes(length, among: values)
            let splice = GzipSplice(prefix: prefix, suffix: suffix, holeLength: length)
            let page = prefix + hole + suffix
            #expect(inflated(splice.filled(with: hole), expecting: page.count) == page)
            #expect(splice.plain(with: hole) == page)
        }
    }

    @Test(
        "Pages larger than the window and the largest hole splice right",
        arguments: [(40_000, 54), (100_000, 65_535), (0, 65_535)])
    func large(size: Int, length: Int) {
        var random = Seeded()
        let side = random.bytes(size, among: 65...80)
        let hole = random.bytes(length)
        let member = GzipSplice(prefix: side, suffix: side, holeLength: length).filled(with: hole)
        #expect(inflated(member, expecting: size * 2 + length) == side + hole + side)
    }

    @Test("A hole that repeats the page beside it is never taken for the page")
    func hostileHole() {
        let prefix = Array("aaaaaaaaaabcabcabc".utf8)
        let suffix = Array("abcabcabcaaaaaaaaaa".utf8)
        let splice = GzipSplice(prefix: prefix, suffix: suffix, holeLength: 9)
        for hole in ["abcabcabc", "aaaaaaaaa", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"] {
            let page = prefix + Array(hole.utf8) + suffix
            #expect(inflated(splice.filled(with: hole.utf8), expecting: page.count) == page)
        }
    }

    @Test("A hole of another length than promised still gives the right page")
    func otherLength() {
        let splice = GzipSplice(prefix: Self.form, suffix: Self.form, holeLength: 54)
        for length in [0, 53, 55, 70_000] {
            let page = Self.form + [UInt8](repeating: 7, count: length) + Self.form
            let member = splice.filled(with: [UInt8](repeating: 7, count: length))
            #expect(inflated(member, expecting: page.count) == page)
        }
    }

    @Test("The splice costs little more than compressing the whole page: the suffix knows the prefix")
    func size() {
        var random = Seeded()
        let middle = Self.form.count / 2
        let prefix = Array(Self.form[..<middle])
        let suffix = Array(Self.form[middle...])
        let hole = random.bytes(54, among: 48...57)
        let spliced = GzipSplice(prefix: prefix, suffix: suffix, holeLength: 54).filled(with: hole).count
        let whole = Gzip.compress(prefix + hole + suffix).count
        let apart = Gzip.compress(prefix).count + Gzip.compress(hole).count + Gzip.compress(suffix).count
        #expect(spliced <= whole + 60, "spliced \(spliced), whole \(whole)")
        #expect(spliced < apart)
    }
}
