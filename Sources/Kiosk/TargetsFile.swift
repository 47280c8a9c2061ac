import Feedback
import Yams

/// `targets.yaml`: dated targets and benchmarks, each with its method.
extension Target {
    init(_ reader: Reader) {
        self = reader.keys { keys in
            let target = Target(
                id: keys.newID(of: .target), name: keys.text("name"), value: keys.percent("percent"),
                from: keys.day("from"), to: keys.optionalDay("to"), method: keys.text("method"),
                sameMethod: keys.yesOrNo("sameMethod", default: false))
            keys.checkOrder(target.from, "to", target.to)
            return target
        }
    }
}

extension Keys {
    /// 80.09 becomes 0.8009, not the 0.8009000000000001 of a division.
    fileprivate func percent(_ name: String) -> Double {
        guard let reader = required(name) else { return 0 }
        if let scalar = reader.node.scalar, PlainScalar(scalar) == .number, let percent = Double(scalar.string),
            (0...100).contains(percent)
        {
            return Double(scalar.string + "e-2") ?? percent / 100
        }
        reader.fault("cần một số phần trăm từ 0 đến 100, dấu thập phân là dấu chấm, ví dụ 80.09")
        return 0
    }
}
