extension Schema {
    static let figures3 = "SELECT 1"
}
