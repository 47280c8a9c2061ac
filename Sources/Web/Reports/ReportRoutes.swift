extension Website {
    func addReports(to routes: inout Routes) {}
}
