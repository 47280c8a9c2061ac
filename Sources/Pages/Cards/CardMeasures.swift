/// The sizes of a card's face, in tenths of a millimetre.
struct CardMeasures {
    let width: Double
    let height: Double
    let margin: Double
    let gap: Double
    let hairline: Double
    /// Type sizes.
    let office: Double
    let body: Double
    let small: Double
    let step: Double
    let code: Double
    /// From large to small, for short and long names.
    let desk: [Double]
    let address: [Double]

    var middle: Double { width / 2 }
    var column: Double { width - 2 * margin }

    static let a6 = CardMeasures(
        width: 1050, height: 1480, margin: 85, gap: 48, hairline: 2, office: 35, body: 33, small: 26, step: 38,
        code: 66, desk: [64, 57, 51, 45], address: [31, 28, 25])

    static let a4 = CardMeasures(
        width: 2100, height: 2970, margin: 180, gap: 96, hairline: 3, office: 66, body: 60, small: 44, step: 74,
        code: 132, desk: [122, 110, 99, 88], address: [58, 52, 46])
}

/// The colours of the look, dark enough to stay themselves on a black-and-white printer.
enum Ink {
    static let black = "#1c2430"
    static let muted = "#5b6672"
    static let line = "#c9d0d6"
    static let accent = "#0b6b63"
    static let code = "#000"
    static let paper = "#fff"
}
