extension Schema {
    static let requests2 = """
        SELECT 1;
        """
}
