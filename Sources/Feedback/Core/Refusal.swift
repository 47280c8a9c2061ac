/// Every way in which the house says no. `Web` maps each to a status and a page in one place.
package enum Refusal: Error, Hashable, Sendable {
    /// There is no such thing, or it is not for your eyes: the same answer.
    case notFound
    /// The printed code was withdrawn. Names the right desk and its code, when there is one.
    case retiredCode(desk: String?, code: DeskCode?)
    /// The desk of the printed code is closed. Names the desks to go to instead.
    case closedDesk(ClosedDesk)
    /// The unit does not take ratings at this time.
    case closed
    /// The visit token was not issued by this server for this desk.
    case forgedVisit
    /// The same visit was sent before with other content.
    case alreadySent
    /// What was typed cannot be taken; each problem says where and what to do.
    case invalid(FormProblems)
    case tooLarge
    case unsupportedType
    /// Not a form in UTF-8 as a browser sends it.
    case malformed
    /// The queue before the writer is full. Try again in so many seconds.
    case busy(retryAfter: Int)
    case signInRequired
    /// Signed in, but something of the own account comes first: no role is in force, or a second step is asked for
    /// and none is set up.
    case accountFirst
    case wrongPassword
    /// Neither what the phone shows nor a recovery code that was not used yet.
    case wrongCode
    /// Too many tries; the next one counts after so many seconds.
    case slowDown(retryAfter: Int)
    /// The form was not made by this session's page.
    case foreignForm
    /// The one-time link was used or has expired.
    case spentLink
}

/// What is wrong with a form, field by field, in the order of the page.
package struct FormProblems: Error, Hashable, Sendable {
    package struct Problem: Hashable, Sendable {
        /// The form field's name as on the page: "phone", "answer[LK1]".
        package let field: String
        /// A sentence in Vietnamese that says what to do.
        package let message: String

        package init(field: String, message: String) {
            self.field = field
            self.message = message
        }
    }

    package var problems: [Problem]

    package init(_ problems: [Problem] = []) { self.problems = problems }

    package var isEmpty: Bool { problems.isEmpty }

    package mutating func add(_ field: String, _ message: String) {
        problems.append(Problem(field: field, message: message))
    }

    package func message(for field: String) -> String? { problems.first { $0.field == field }?.message }
}
