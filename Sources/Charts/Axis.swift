/// The part of 0...100 % that a chart of dots shows. It need not begin at 0: dots, unlike bars, have no length.
struct Axis {
    /// 0...0.8, a full tenth; the axis always ends at 1.
    let low: Double
    /// From low to 1.
    let ticks: [Double]

    init(shares: [Share], target: Target?) {
        let least = (shares.map(\.low) + [target?.value ?? 1]).min() ?? 1
        // The tiny bit more: 0.82 − 0.02 is not quite 0.8 in binary.
        let tenths = min(max(Int(((least - 0.02) * 10 + 1e-9).rounded(.down)), 0), 8)
        low = Double(tenths) / 10
        let step = tenths < 4 ? 20 : 10
        ticks = (0...10).filter { $0 >= tenths && ((10 - $0) * 10).isMultiple(of: step) }.map { Double($0) / 10 }
    }

    /// 0...1 along the axis; what lies outside stands at its end.
    func place(_ share: Double) -> Double {
        min(max((share - low) / (1 - low), 0), 1)
    }
}
