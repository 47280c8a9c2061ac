import Feedback
import TestSupport
import Testing

@Suite("What a member of staff may see")
struct RightsTests {
    private let directory = Directory(configuration: .longKhanh, codes: [], version: 1)

    private func rights(_ grants: Grant...) -> Rights {
        Rights(of: User(id: 1, name: "", email: "", grants: grants), in: directory, on: LocalDay(.fridayMorning))
    }

    @Test("Home affairs sees the whole")
    func homeAffairs() {
        let rights = rights(Grant(role: .homeAffairs))
        #expect(rights.scope(of: .readRatings) == .whole && !rights.may(.manageAccounts))
    }

    @Test("A head sees the unit and what lies below, nothing beside")
    func head() {
        #expect(rights(Grant(role: .head, unit: "tu-phap")).scope(of: .readRatings) == Cast.scopeOfHanh)
        let chairman = rights(Grant(role: .head, unit: "tp-long-khanh")).scope(of: .seeCases)
        #expect(chairman == .units(Set(KioskConfiguration.longKhanh.units.map(\.id))))
        #expect(
            rights(Grant(role: .head, unit: "tu-phap"), Grant(role: .head, unit: "xuan-hoa")).scope(of: .seeFigures)
                == .units(["tu-phap", "xuan-hoa"]))
        #expect(!Cast.scopeOfDung.contains("tu-phap") && Cast.scopeOfHanh.contains("tu-phap"))
    }

    @Test("A head of nothing, and somebody without any grant, sees nothing but their own account")
    func nothing() {
        #expect(rights(Grant(role: .head)).scope(of: .readRatings) == .nothing)
        #expect(rights().scope(of: .enter) == .nothing)
        #expect(Right.allCases.filter { rights().may($0) } == [.ownAccount])
    }

    @Test("An administrator runs the machine and reads no rating")
    func administrator() {
        let rights = rights(Grant(role: .administrator))
        #expect(rights.may(.manageAccounts) && !rights.may(.readRatings) && rights.scope(of: .seeFigures) == .whole)
    }

    @Test("An administrator who also leads a unit reads as its head: nothing that was raised past them")
    func administratorAndHead() {
        let rights = rights(Grant(role: .administrator), Grant(role: .head, unit: "tu-phap"))
        #expect(rights.may(.manageAccounts) && rights.scope(of: .readRatings) == Cast.scopeOfHanh)
    }

    @Test("A unit that is its own ancestor does not hang the server")
    func circle() {
        var configuration = KioskConfiguration.longKhanh
        configuration.units[0].parent = "tu-phap"
        configuration.units[0].head = nil
        configuration.units[2].head = nil
        let directory = Directory(configuration: configuration, codes: [], version: 1)
        #expect(directory.subtree(of: "tu-phap").count == 6)
        #expect(directory.head(of: "tu-phap") == nil)
    }
}
