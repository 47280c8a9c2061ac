extension Schema {
    static let fairness3 = "SELECT 1"
}
