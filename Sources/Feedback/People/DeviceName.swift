/// What kind of browser somebody signed in with, in words that its owner knows: "Chrome trên Android". Coarse on
/// purpose: it tells one's own sessions apart and follows nobody.
package struct DeviceName: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// - Parameter userAgent: as the browser names itself; nobody checks that it is true.
    package init(userAgent: String?) {
        // The order matters: most browsers also name those they descend from.
        func first(_ marks: [(mark: String, words: String)]) -> String? {
            marks.first { userAgent?.contains($0.mark) ?? false }?.words
        }
        let browser = first([
            ("Zalo", "Zalo"), ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("SamsungBrowser", "Samsung"),
            ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"),
            ("Safari/", "Safari"), ("curl/", "curl"),
        ])
        let system = first([
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("CrOS", "ChromeOS"), ("Macintosh", "máy Mac"), ("Linux", "Linux"),
        ])
        description =
            switch (browser, system) {
            case (let browser?, let system?): "\(browser) trên \(system)"
            case (let browser?, nil): browser
            case (nil, let system?): "Trình duyệt trên \(system)"
            case (nil, nil): "Trình duyệt không rõ"
            }
    }
}
