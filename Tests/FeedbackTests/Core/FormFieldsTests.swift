import Feedback
import TestSupport
import Testing

@Suite("A form body")
struct FormFieldsTests {
    @Test(
        "is read as browsers write it",
        arguments: [
            ("", []), ("a=1", ["a=1"]), ("a=1&b=2", ["a=1", "b=2"]), ("a", ["a="]), ("a=", ["a="]), ("=1", []),
            ("&&", []), ("a=1&", ["a=1"]), ("a=b=c", ["a=b=c"]), ("a=x+y", ["a=x y"]), ("a+b=1", ["a b=1"]),
            ("a=%C3%B4ng", ["a=ông"]), ("answer%5BLK1%5D=5", ["answer[LK1]=5"]), ("a[]=1&a[]=2", ["a[]=1", "a[]=2"]),
            ("a=%26%3D%25", ["a=&=%"]), ("a=1&a=2", ["a=1", "a=2"]), ("a=%0D%0A", ["a=\r\n"]),
            ("a=\u{1F642}", ["a=🙂"]),
        ] as [(String, [String])])
    func read(body: String, fields: [String]) throws {
        #expect(try FormFields(urlEncoded: Array(body.utf8)).all.map { "\($0.name)=\($0.value)" } == fields)
    }

    @Test(
        "is refused when no browser sends it",
        arguments: ["a=%", "a=%4", "a=%zz", "%", "a=%C3", "a=%ff%fe", "a=%00", "a%00b=1", "a=1&b=%G0", "a=%ED%A0%80"])
    func refused(body: String) {
        #expect(throws: Refusal.malformed) { try FormFields(urlEncoded: Array(body.utf8)) }
    }

    @Test("may hold 96 fields and not one more")
    func fieldLimit() throws {
        let body = { (count: Int) in Array((0..<count).map { "f\($0)=1" }.joined(separator: "&").utf8) }
        #expect(try FormFields(urlEncoded: body(96)).all.count == 96)
        #expect(throws: Refusal.malformed) { try FormFields(urlEncoded: body(97)) }
    }

    @Test("gives the first of two values, and says that there were two")
    func repeated() throws {
        let fields = try FormFields(urlEncoded: Array("a=1&b=2&a=3".utf8))
        #expect(fields["a"] == "1")
        #expect(fields.values("a") == ["1", "3"])
        #expect(fields.repeats("a") && !fields.repeats("b"))
        #expect(fields["c"] == nil)
    }

    @Test("never stops the program, whatever 50,000 strangers send")
    func fuzz() {
        var dice = Dice()
        let alphabet = Array("&=%+[]aLK1205zF \u{C3}".utf8) + [0, 0xB4, 0xFF, 0xED]
        var taken = 0
        for _ in 0..<50_000 {
            let length = dice.number(0...60)
            let body = dice.once(in: 4) ? dice.bytes(length) : (0..<length).compactMap { _ in dice.one(of: alphabet) }
            guard let fields = try? FormFields(urlEncoded: body) else { continue }
            taken += 1
            let size = fields.all.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
            if fields.all.count > FormFields.maximumFields || size > body.count
                || fields.all.contains(where: { $0.name.isEmpty || $0.name.contains("\0") || $0.value.contains("\0") })
            {
                Issue.record("taken: \(body)")
            }
        }
        #expect(taken > 1_000)
    }

    @Test("that a page's own form makes comes back as it was typed")
    func roundTrip() throws {
        var dice = Dice()
        let letters = Array("aZ0 &=%+[]\r\n\"'<>ôệđ🙂\u{301}")
        for _ in 0..<2_000 {
            let text = String((0..<dice.number(0...20)).compactMap { _ in dice.one(of: letters) })
            #expect(try TypedForm([(name: "comment", value: text)]).read()["comment"] == text)
        }
    }
}
