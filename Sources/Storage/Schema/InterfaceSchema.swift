extension Schema {
    static let interface3 = "SELECT 1"
}
