extension Website {
    func addComparison(to routes: inout Routes) {}
}
