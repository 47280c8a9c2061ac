extension Schema {
    static let shifts2 = """
        SELECT 1;
        """
}
