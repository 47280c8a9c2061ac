package import Foundation

/// When a mail is tried again and when we stop.
package enum RetryRule {
    /// How long a claim holds before somebody else may take the mail: longer than the 10 minutes that a server
    /// may take to say 250 after the final dot (RFC 5321, 4.5.3.2.6).
    package static let lease: TimeInterval = 15 * 60
    /// After this age a mail that never went is given up, visibly.
    package static let patience: TimeInterval = 72 * 3_600

    /// How long nobody knocks at a server that is away.
    package static let serverPause: TimeInterval = 60

    /// 2^n minutes after the n-th failure, an hour at most.
    package static func pause(afterAttempts attempts: Int) -> TimeInterval {
        60 * Double(1 << min(max(attempts, 0), 6)).clamped(to: 1...60)
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        min(max(self, range.lowerBound), range.upperBound)
    }
}

extension Writing {
    /// The next mail to send, held for this caller.
    package func claimNextMail() throws -> OutboxMail? {
        try claimMail(leaseEnds: now.addingTimeInterval(RetryRule.lease))
    }

    /// The mail server took it.
    package func mailAccepted(_ mail: OutboxMail) throws {
        try markSent(mail.id)
        try log(.mailSent, about: "mail:\(mail.id)")
        try canaryArrived(in: mail)
    }

    /// It did not go. Tried again later, until the patience ends or the failure is final.
    /// When the server itself is away, the other mails wait a minute too instead of knocking one by one:
    /// each minute one mail asks, and when one goes through the rest follows at once.
    package func mailFailed(_ mail: OutboxMail, _ failure: DeliveryFailure, because error: String) throws {
        let error = String(error.prefix(300))
        if failure == .final || now.timeIntervalSince(mail.createdAt) > RetryRule.patience {
            try giveUp(mail.id, because: error)
            try log(.mailGivenUp, about: "mail:\(mail.id)")
        } else {
            let pause =
                failure == .serverAway ? RetryRule.serverPause : RetryRule.pause(afterAttempts: mail.attempts)
            try postpone(mail.id, until: now.addingTimeInterval(pause), because: error)
        }
        if failure == .serverAway { try pauseMail(until: now.addingTimeInterval(RetryRule.serverPause)) }
    }
}

/// How far a failure reaches.
package enum DeliveryFailure: Sendable {
    /// This mail will never go.
    case final
    /// This mail, this time.
    case thisTime
    /// Nobody answers at the mail server's address.
    case serverAway
}
