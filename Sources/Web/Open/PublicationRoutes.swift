extension Website {
    func addPublication(to routes: inout Routes) {}
}
