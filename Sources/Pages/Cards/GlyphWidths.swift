/// How wide letters are, in thousandths of the type size: the advance widths of Noto Sans, the first font that the cards
/// ask for. Other sans-serif faces differ by a tenth, which the margins of a card take.
struct GlyphWidths {
    /// From space (U+0020) to tilde (U+007E).
    private let ascii: [Int]

    static let regular = GlyphWidths(ascii: [
        260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572,
        572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339,
        273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572,
        444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479,
        361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
    ])

    static let bold = GlyphWidths(ascii: [
        260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572, 572, 572, 572,
        572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672, 637, 740, 560, 549, 724, 765, 389,
        331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667, 624, 579, 331, 413, 331, 572,
        411, 362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619, 633, 633, 454, 497,
        434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
    ])

    /// - Parameter text: in decomposed form: a Vietnamese letter is as wide as its base letter, its marks stand above,
    ///   below or, for the horn, a little beside it.
    func width(ofDecomposed text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: ascii[Int(scalar.value - 0x20)]
        case 0x031B: 80  // the horn of ơ and ư
        case 0x0300...0x036F: 0
        case 0x0110, 0x0111: ascii[scalar.value == 0x0110 ? 0x24 : 0x44]  // Đ, đ: as D, d
        case 0x00B7, 0x2018, 0x2019: 300
        case 0x2013: 500
        case 0x1100...: 1000  // em dash, ellipsis, Chinese
        default: 620
        }
    }
}
