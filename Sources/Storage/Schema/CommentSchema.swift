extension Schema {
    static let comments3 = "SELECT 1"
}
