extension Schema {
    static let privacy2 = """
        SELECT 1;
        """
}
