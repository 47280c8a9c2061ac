extension Schema {
    static let publication3 = "SELECT 1"
}
