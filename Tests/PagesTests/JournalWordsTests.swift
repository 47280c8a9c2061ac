import Feedback
import Pages
import Testing

@Suite("The journal in words")
struct JournalWordsTests {
    @Test("Every kind of line has words, and no two the same")
    func everyKind() {
        let wordless = Entry.Kind.allCases.filter { !$0.hasWords }.map(\.rawValue)
        #expect(wordless == [], "Say in Sources/Pages/Office/Journal/KindWords.swift what was done")
        let words = Entry.Kind.allCases.map(\.words)
        #expect(Set(words).count == words.count)
    }
}
