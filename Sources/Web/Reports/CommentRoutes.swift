extension Website {
    func addComments(to routes: inout Routes) {}
}
