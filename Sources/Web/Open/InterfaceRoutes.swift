extension Website {
    func addInterface(to routes: inout Routes) {}
}
