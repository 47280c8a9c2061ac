import Foundation

@testable import Charts

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A drawing read back by an XML parser: what is not well-formed is not there.
final class Drawn: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        let parents: [String]
        var text = ""

        subscript(_ attribute: String) -> String? { attributes[attribute] }
        func number(_ attribute: String) -> Double { attributes[attribute].flatMap(Double.init) ?? .nan }
    }

    private(set) var elements: [Element] = []
    private(set) var isWellFormed = false
    private var open: [Int] = []

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func all(_ name: String, class type: String? = nil) -> [Element] {
        elements.filter { $0.name == name && (type == nil || $0["class"] == type) }
    }

    var texts: [String] { all("text").map(\.text) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let parents = open.map { elements[$0].name }
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes, parents: parents))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }
}

let levelNames = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
/// Word-for-word what a mischievous name could be.
let hostile = "</text><script>alert('x')</script> & \"\u{1}Xã Bàu Trâm"
