extension Schema {
    static let directory2 = """
        SELECT 1;
        """
}
