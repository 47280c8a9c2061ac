/// A picture in the running text, in the middle of its line.
struct WordPicture {
    /// From 1.
    let number: Int
    /// Millimetres.
    let width: Double
    let height: Double
    /// Read aloud in its place.
    let alternative: String

    func append(to xml: inout XMLText, keepsNext: Bool, breaksPage: Bool) {
        xml.element("w:p") { paragraph in
            paragraph.element("w:pPr") { look in
                if keepsNext { look.element("w:keepNext") }
                if breaksPage { look.element("w:pageBreakBefore") }
                WordBody.measures(of: Paper.pictureLine, &look)
            }
            paragraph.element("w:r") { run in
                run.element("w:drawing") { drawing in
                    drawing.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) { frame in
                        frame.element("wp:extent", extent)
                        frame.element("wp:docPr", names)
                        frame.element("wp:cNvGraphicFramePr") { properties in
                            properties.element("a:graphicFrameLocks", ["noChangeAspect": "1"])
                        }
                        graphic(&frame)
                    }
                }
            }
        }
    }

    private var extent: KeyValuePairs<String, String> {
        ["cx": String(Twips.emu(width)), "cy": String(Twips.emu(height))]
    }

    private var names: KeyValuePairs<String, String> {
        ["id": String(number), "name": "Hình \(number)", "descr": alternative]
    }

    private func graphic(_ xml: inout XMLText) {
        let kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
        xml.element("a:graphic") { graphic in
            graphic.element("a:graphicData", ["uri": kind]) { data in
                data.element("pic:pic") { picture in
                    picture.element("pic:nvPicPr") { properties in
                        properties.element("pic:cNvPr", names)
                        properties.element("pic:cNvPicPr")
                    }
                    picture.element("pic:blipFill") { fill in
                        fill.element("a:blip", ["r:embed": WordParts.pictureID(number - 1)])
                        fill.element("a:stretch") { $0.element("a:fillRect") }
                    }
                    picture.element("pic:spPr") { shape in
                        shape.element("a:xfrm") { transform in
                            transform.element("a:off", ["x": "0", "y": "0"])
                            transform.element("a:ext", extent)
                        }
                        shape.element("a:prstGeom", ["prst": "rect"]) { $0.element("a:avLst") }
                    }
                }
            }
        }
    }
}
