extension Paper {
    package static let docxMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    /// The paper for Word and LibreOffice (ECMA-376, transitional): real headings, real tables with heads that repeat,
    /// pictures with their words. The same paper gives the same bytes.
    ///
    /// Charts go in as PNG and not as SVG beside it: Word then draws the SVG by its own lights, without the hatching
    /// and with another typeface, and the document would look otherwise in each program.
    /// - Throws: `DocumentProblem.badPicture`, `.failed`.
    package func docx() throws(DocumentProblem) -> [UInt8] {
        var body = WordBody()
        for (index, block) in blocks.enumerated() {
            try body.append(block, keepsNext: keepsNext(index))
        }
        body.end()
        var files = [
            Parcel.File("[Content_Types].xml", WordParts.contentTypes),
            Parcel.File("_rels/.rels", WordParts.relations),
            Parcel.File("docProps/core.xml", WordParts.coreProperties(title: title, author: author)),
            Parcel.File("docProps/app.xml", WordParts.appProperties),
            Parcel.File("word/document.xml", WordParts.document(body.xml, hasFoot: foot != nil)),
            Parcel.File("word/_rels/document.xml.rels", WordParts.documentRelations(pictures: body.pictures.count)),
            Parcel.File("word/styles.xml", WordStyles.sheet),
            Parcel.File("word/settings.xml", WordParts.settings),
            Parcel.File("word/fontTable.xml", WordParts.fonts),
            Parcel.File("word/header1.xml", WordParts.header),
            Parcel.File("word/footer1.xml", WordParts.footer(foot ?? "")),
        ]
        for (index, picture) in body.pictures.enumerated() {
            files.append(Parcel.File("word/media/image\(index + 1).png", picture))
        }
        return try Parcel.pack(files)
    }
}

/// Word's measures.
enum Twips {
    /// 1/20 point.
    static func millimetres(_ value: Double) -> Int { Int((value / 25.4 * 1_440).rounded()) }
    static func points(_ value: Double) -> Int { value.isFinite ? Int((min(max(value, 0), 1_000) * 20).rounded()) : 0 }
    /// Sizes of type are half points.
    static func halfPoints(_ size: Double) -> Int { size.isFinite ? Int((min(max(size, 1), 200) * 2).rounded()) : 26 }
    /// Sizes of pictures are 1/360,000 centimetre.
    static func emu(_ millimetres: Double) -> Int { Int((millimetres * 36_000).rounded()) }
}
