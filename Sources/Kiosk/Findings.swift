/// Where something stands in a folder.
struct Place: Hashable {
    var file: String
    var line: Int
    var key: String
}

/// What ids are given to. Ids of one kind are unique over the whole folder.
enum Subject: Hashable {
    case unit, field, desk, official, procedure, questionnaire, questionnaireVersion, category, answer, target

    var word: String {
        switch self {
        case .unit: "đơn vị"
        case .field: "lĩnh vực"
        case .desk: "quầy"
        case .official: "cán bộ"
        case .procedure: "thủ tục"
        case .questionnaire: "phiếu"
        case .questionnaireVersion: "phiên bản phiếu"
        case .category: "nhóm cảnh báo"
        case .answer: "mẫu trả lời"
        case .target: "mục tiêu"
        }
    }
}

/// What reading a folder brings to light: faults, ids that were given, ids that were pointed at.
final class Findings {
    private(set) var faults: [ConfigurationFault] = []
    private var given: [Subject: [String: Place]] = [:]
    private var pointed: [(subject: Subject, id: String, place: Place)] = []

    func add(_ place: Place, _ message: String) {
        faults.append(ConfigurationFault(file: place.file, line: place.line, key: place.key, message: message))
    }

    /// Notes that `id` is given here. A second time is a fault that names the first.
    func give(_ id: String, to subject: Subject, at place: Place) {
        if let first = given[subject]?[id] {
            let where_ = first.file == place.file ? "dòng \(first.line)" : "\(first.file) dòng \(first.line)"
            return add(place, "trùng mã \(subject.word) “\(id)”, đã có ở \(where_)")
        }
        given[subject, default: [:]][id] = place
    }

    /// Notes that `id` is pointed at here; whether it exists is known when all files are read.
    func point(to id: String, of subject: Subject, at place: Place) {
        pointed.append((subject, id, place))
    }

    func place(of subject: Subject, _ id: String) -> Place? { given[subject]?[id] }

    /// Adds a fault for each id that was pointed at and never given.
    func checkReferences() {
        for (subject, id, place) in pointed where given[subject]?[id] == nil {
            let known = given[subject].map { Array($0.keys) } ?? []
            let near = Similar.nearest(to: id, in: known).map { "; có phải “\($0)”?" } ?? ""
            add(place, "không có \(subject.word) nào mang mã “\(id)”\(near)")
        }
    }
}
