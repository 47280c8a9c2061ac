extension Website {
    func addExports(to routes: inout Routes) {}
}
