extension Directory {
    /// What one can come for at a desk on a day: the procedures of its fields, field by field in the desk's order.
    package func procedures(at desk: Desk, on day: LocalDay) -> [Procedure] {
        let inForce = procedures.filter { $0.exists(on: day) }
        return desk.fields.flatMap { field in inForce.filter { $0.field == field } }
    }
}
