extension Website {
    func addOpen(to routes: inout Routes) {}
}
