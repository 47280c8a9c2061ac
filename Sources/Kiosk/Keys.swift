import Yams

/// The keys of a mapping, asked for one by one.
final class Keys {
    let place: Place
    let findings: Findings
    private var pairs: [String: (line: Int, value: Node)] = [:]
    private var order: [String] = []
    private var asked: Set<String> = []
    /// A stand-in for something that was no mapping: says nothing more.
    private let isStandIn: Bool

    init(_ mapping: Node.Mapping?, place: Place, findings: Findings) {
        self.place = place
        self.findings = findings
        isStandIn = mapping == nil
        for (key, value) in mapping ?? Node.Mapping([]) {
            guard let name = key.scalar?.string else {
                findings.add(place, "tên khóa phải là chữ")
                continue
            }
            pairs[name] = (key.mark?.line ?? place.line, value)
            order.append(name)
        }
    }

    /// Call when everything was asked for.
    func finish() {
        for name in order where !asked.contains(name) {
            let near = Similar.nearest(to: name, in: asked.filter { pairs[$0] == nil }).map { "; có phải “\($0)”?" }
            let known = asked.sorted().joined(separator: ", ")
            findings.add(place(of: name), "không biết khóa “\(name)”\(near ?? "; các khóa dùng được: \(known)")")
        }
    }

    func has(_ name: String) -> Bool {
        asked.insert(name)
        return pairs[name] != nil
    }

    func fault(_ name: String, _ message: String) { findings.add(place(of: name), message) }

    func place(of name: String) -> Place {
        let key = place.key.isEmpty ? name : "\(place.key).\(name)"
        return Place(file: place.file, line: pairs[name]?.line ?? place.line, key: key)
    }

    /// The value of a key; nil with a fault when it is missing.
    func required(_ name: String) -> Reader? {
        guard let reader = optional(name) else {
            if !isStandIn { fault(name, "thiếu khóa “\(name)”") }
            return nil
        }
        return reader
    }

    func optional(_ name: String) -> Reader? {
        asked.insert(name)
        return pairs[name].map { Reader(node: $0.value, place: place(of: name), findings: findings) }
    }

    func list<Value>(_ name: String, required isRequired: Bool = true, _ read: (Reader) -> Value?) -> [Value] {
        (isRequired ? required(name) : optional(name))?.elements().compactMap(read) ?? []
    }
}
