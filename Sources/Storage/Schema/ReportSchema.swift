extension Schema {
    static let reports3 = "SELECT 1"
}
