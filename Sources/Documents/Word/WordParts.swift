/// The parts of a DOCX beside its text. Word is particular about the order of children: it is the schema's everywhere.
enum WordParts {
    private static let packaging = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static var contentTypes: XMLText {
        var xml = XMLText()
        xml.element("Types", ["xmlns": "\(packaging)/content-types"]) { types in
            for (kind, type) in [
                ("png", "image/png"), ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
            ] {
                types.element("Default", ["Extension": kind, "ContentType": type])
            }
            for (part, type) in [
                ("/word/document.xml", "\(wordTypes).document.main+xml"),
                ("/word/styles.xml", "\(wordTypes).styles+xml"),
                ("/word/settings.xml", "\(wordTypes).settings+xml"),
                ("/word/fontTable.xml", "\(wordTypes).fontTable+xml"),
                ("/word/header1.xml", "\(wordTypes).header+xml"),
                ("/word/footer1.xml", "\(wordTypes).footer+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ] {
                types.element("Override", ["PartName": part, "ContentType": type])
            }
        }
        return xml
    }

    static var relations: XMLText {
        list([
            ("rId1", "\(office)/relationships/officeDocument", "word/document.xml"),
            ("rId2", "\(packaging)/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", "\(office)/relationships/extended-properties", "docProps/app.xml"),
        ])
    }

    static func documentRelations(pictures: Int) -> XMLText {
        let kinds = "\(office)/relationships"
        return list(
            [
                ("rId1", "\(kinds)/styles", "styles.xml"), ("rId2", "\(kinds)/settings", "settings.xml"),
                ("rId3", "\(kinds)/fontTable", "fontTable.xml"), ("rId4", "\(kinds)/header", "header1.xml"),
                ("rId5", "\(kinds)/footer", "footer1.xml"),
            ]
                + (0..<pictures).map { (pictureID($0), "\(kinds)/image", "media/image\($0 + 1).png") })
    }

    static func pictureID(_ index: Int) -> String { "rId\(index + 6)" }

    private static func list(_ relations: [(id: String, type: String, target: String)]) -> XMLText {
        var xml = XMLText()
        xml.element("Relationships", ["xmlns": "\(packaging)/relationships"]) { list in
            for relation in relations {
                list.element(
                    "Relationship", ["Id": relation.id, "Type": relation.type, "Target": relation.target])
            }
        }
        return xml
    }

    /// Without the day of its making: the same paper gives the same bytes.
    static func coreProperties(title: String, author: String) -> XMLText {
        var xml = XMLText()
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": "\(packaging)/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            ]
        ) { properties in
            properties.element("dc:title") { $0.words(title) }
            properties.element("dc:creator") { $0.words(author) }
            properties.element("dc:language") { $0.words("vi-VN") }
        }
        return xml
    }

    static var appProperties: XMLText {
        var xml = XMLText()
        xml.element("Properties", ["xmlns": "\(office)/extended-properties"]) { properties in
            properties.element("Application") { $0.words("Hài Lòng") }
        }
        return xml
    }

    static func document(_ body: XMLText, hasFoot: Bool) -> XMLText {
        var xml = XMLText()
        xml.element(
            "w:document",
            [
                "xmlns:w": word, "xmlns:r": "\(office)/relationships",
                "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
                "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
            ]
        ) { document in
            document.element("w:body") { content in
                content.append(body)
                section(hasFoot: hasFoot, &content)
            }
        }
        return xml
    }

    /// The sheet. `titlePg`: the first page has no number.
    private static func section(hasFoot: Bool, _ xml: inout XMLText) {
        func twips(_ millimetres: Double) -> String { String(Twips.millimetres(millimetres)) }
        xml.element("w:sectPr") { section in
            section.element("w:headerReference", ["w:type": "default", "r:id": "rId4"])
            if hasFoot {
                section.element("w:footerReference", ["w:type": "default", "r:id": "rId5"])
                section.element("w:footerReference", ["w:type": "first", "r:id": "rId5"])
            }
            section.element(
                "w:pgSz", ["w:w": twips(Paper.Sheet.width), "w:h": twips(Paper.Sheet.height)])
            section.element(
                "w:pgMar",
                [
                    "w:top": twips(Paper.Sheet.top), "w:right": twips(Paper.Sheet.right),
                    "w:bottom": twips(Paper.Sheet.bottom), "w:left": twips(Paper.Sheet.left),
                    "w:header": twips(Paper.Sheet.header), "w:footer": twips(Paper.Sheet.header), "w:gutter": "0",
                ])
            section.element("w:pgNumType", ["w:start": "1"])
            section.element("w:cols", ["w:space": "720"])
            section.element("w:titlePg")
        }
    }

    static var header: XMLText {
        var xml = XMLText()
        xml.element("w:hdr", ["xmlns:w": word]) { header in
            header.element("w:p") { paragraph in
                paragraph.element("w:pPr") { $0.element("w:pStyle", ["w:val": "Header"]) }
                paragraph.element("w:fldSimple", ["w:instr": " PAGE "]) { field in
                    field.element("w:r") { run in run.element("w:t") { $0.words("2") } }
                }
            }
        }
        return xml
    }

    static func footer(_ text: String) -> XMLText {
        var xml = XMLText()
        xml.element("w:ftr", ["xmlns:w": word]) { footer in
            footer.element("w:p") { paragraph in
                paragraph.element("w:pPr") { $0.element("w:pStyle", ["w:val": "Footer"]) }
                paragraph.element("w:r") { WordBody.words(text, &$0) }
            }
        }
        return xml
    }

    static var settings: XMLText {
        var xml = XMLText()
        xml.element("w:settings", ["xmlns:w": word]) { settings in
            settings.element("w:zoom", ["w:percent": "100"])
            settings.element("w:defaultTabStop", ["w:val": "720"])
            settings.element("w:characterSpacingControl", ["w:val": "doNotCompress"])
            settings.element("w:compat") { compatibility in
                // Without it Word opens the file as one of 2007.
                compatibility.element(
                    "w:compatSetting",
                    [
                        "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                        "w:val": "15",
                    ])
            }
            settings.element("w:themeFontLang", ["w:val": "vi-VN"])
            settings.element("w:decimalSymbol", ["w:val": ","])
            settings.element("w:listSeparator", ["w:val": ";"])
        }
        return xml
    }

    static var fonts: XMLText {
        var xml = XMLText()
        xml.element("w:fonts", ["xmlns:w": word]) { fonts in
            fonts.element("w:font", ["w:name": Paper.font]) { font in
                font.element("w:panose1", ["w:val": "02020603050405020304"])
                font.element("w:charset", ["w:val": "00"])
                font.element("w:family", ["w:val": "roman"])
                font.element("w:pitch", ["w:val": "variable"])
            }
        }
        return xml
    }
}
