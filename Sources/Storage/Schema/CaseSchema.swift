extension Schema {
    static let cases2 = """
        SELECT 1;
        """
}
