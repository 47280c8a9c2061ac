package import Foundation

/// What an account keeps of the app on its owner's phone.
package struct SecondStep: Sendable, Hashable {
    /// How long the code to scan may stand on the page before it must be confirmed.
    package static let patience: TimeInterval = 3_600

    package var user: Int64
    /// The shared secret under the key that never enters the database.
    package var sealed: [UInt8]
    package var madeAt: Date
    /// Nil until the first right code: before that it asks for nothing.
    package var confirmedAt: Date?
    /// The last half minute whose code was accepted.
    package var lastStep: Int64

    package init(user: Int64, sealed: [UInt8], madeAt: Date, confirmedAt: Date? = nil, lastStep: Int64 = 0) {
        self.user = user
        self.sealed = sealed
        self.madeAt = madeAt
        self.confirmedAt = confirmedAt
        self.lastStep = lastStep
    }
}

/// A second step that was begun: what the page shows until a code confirms it.
package struct SecondStepOffer: Sendable, Hashable {
    /// In base32, for those who cannot scan.
    package let secret: String
    /// What apps scan: "otpauth://totp/…".
    package let address: String

    package init(secret: String, address: String) {
        self.secret = secret
        self.address = address
    }
}

extension Reading {
    /// What was begun and not confirmed yet.
    /// - Returns: nil when nothing was begun, too long ago, or it is confirmed.
    package func secondStepOffer(of user: User, secrets: Secrets) throws -> SecondStepOffer? {
        guard let step = try secondStep(of: user.id), step.confirmedAt == nil,
            now.timeIntervalSince(step.madeAt) <= SecondStep.patience
        else { return nil }
        let secret = Base32.encode(try secrets.openSecret(step.sealed, of: user.id))
        // Short and plain, so that the code to scan stays coarse.
        let issuer = "Hai%20Long"
        return SecondStepOffer(
            secret: secret,
            address: "otpauth://totp/\(issuer):\(OTPAuth.escaped(user.email))?secret=\(secret)&issuer=\(issuer)"
                + "&algorithm=SHA1&digits=\(OneTimeCode.digits)&period=\(OneTimeCode.period)")
    }
}

extension Writing {
    /// Makes a secret to scan. It asks for nothing until `confirmSecondStep`.
    /// - Throws: `Refusal.invalid` when a second step is on already.
    package func beginSecondStep(of user: Int64) throws {
        if let known = try secondStep(of: user), known.confirmedAt != nil {
            throw Refusal.invalid(
                FormProblems([.init(field: "code", message: "Xác thực hai bước đang bật. Xin tắt trước khi đổi máy.")]))
        }
        let sealed = try secrets.sealSecret(random(20), of: user, nonce: random(12))
        try saveSecondStep(SecondStep(user: user, sealed: sealed, madeAt: now))
    }

    /// Turns it on, now that a code shows that the phone has the secret.
    /// - Returns: ten recovery codes, which are shown once; the store keeps their stamps.
    /// - Throws: `Refusal.wrongCode`; `.notFound` when nothing was begun.
    package func confirmSecondStep(_ code: String, of user: Int64) throws -> [String] {
        guard var step = try secondStep(of: user), step.confirmedAt == nil,
            now.timeIntervalSince(step.madeAt) <= SecondStep.patience
        else { throw Refusal.notFound }
        guard let accepted = try accepted(code, step) else { throw Refusal.wrongCode }
        step.confirmedAt = now
        step.lastStep = accepted
        try saveSecondStep(step)
        try log(.secondStepOn, about: "user:\(user)")
        try tell(user, .secondStepChanged)
        return try makeRecoveryCodes(of: user)
    }

    /// Takes a code of the app, or one of the recovery codes; neither is taken twice.
    /// - Throws: `Refusal.wrongCode`.
    package func passSecondStep(_ code: String, of user: Int64) throws {
        guard var step = try secondStep(of: user), step.confirmedAt != nil else { throw Refusal.wrongCode }
        if let accepted = try accepted(code, step) {
            step.lastStep = accepted
            return try saveSecondStep(step)
        }
        guard let recovery = RecoveryCode.normalized(code),
            try spendRecoveryCode(secrets.recoveryStamp(recovery, of: user), of: user, at: now)
        else { throw Refusal.wrongCode }
        try log(.recoveryCodeUsed, about: "user:\(user)", "left=\(try recoveryCodesLeft(of: user))")
        try tell(user, .recoveryCodeUsed)
    }

    /// - Throws: `Refusal.wrongCode`.
    package func endSecondStep(_ code: String, of user: Int64) throws {
        try passSecondStep(code, of: user)
        try dropSecondStep(of: user)
    }

    /// For somebody who lost the phone and the recovery codes: the administrator knows them, the code does not.
    /// - Throws: `Refusal.notFound`.
    package func dropSecondStep(of user: Int64) throws {
        guard try secondStep(of: user)?.confirmedAt != nil else { throw Refusal.notFound }
        try deleteSecondStep(of: user)
        try log(.secondStepOff, about: "user:\(user)")
        try tell(user, .secondStepChanged)
    }

    /// Ten fresh ones; those before open nothing any more.
    /// - Throws: `Refusal.wrongCode`.
    package func renewRecoveryCodes(_ code: String, of user: Int64) throws -> [String] {
        try passSecondStep(code, of: user)
        return try makeRecoveryCodes(of: user)
    }

    private func makeRecoveryCodes(of user: Int64) throws -> [String] {
        let codes = (0..<RecoveryCode.count).map { _ in
            Crockford.code(RecoveryCode.length, from: random(RecoveryCode.length))
        }
        try replaceRecoveryCodes(codes.map { secrets.recoveryStamp($0, of: user) }, of: user)
        try log(.recoveryCodesMade, about: "user:\(user)")
        return codes.map(RecoveryCode.written)
    }

    private func accepted(_ code: String, _ step: SecondStep) throws -> Int64? {
        let secret = try secrets.openSecret(step.sealed, of: step.user)
        return OneTimeCode.step(of: code, secret: secret, now: now, after: step.lastStep)
    }
}

/// For the day on which the phone is lost: 60 random bits each.
package enum RecoveryCode {
    package static let count = 10
    static let length = 12

    /// In threes of four, as it is printed and typed.
    static func written(_ code: String) -> String {
        "\(code.prefix(4))-\(code.dropFirst(4).prefix(4))-\(code.suffix(4))"
    }

    static func normalized(_ text: String) -> String? { Crockford.normalized(text, count: length) }
}

private enum OTPAuth {
    /// Everything but the unreserved characters of RFC 3986, 2.3.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { out, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
