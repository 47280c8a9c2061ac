extension Schema {
    static let mail2 = """
        SELECT 1;
        """
}
