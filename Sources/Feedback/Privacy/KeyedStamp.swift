import Crypto

/// HMAC-SHA256 under one key, cut to 16 bytes: what signs visits and fingerprints phones.
/// The key's own blocks are hashed once, not for every page.
struct KeyedStamp: Sendable {
    static let length = 16
    private let prepared: HMAC<SHA256>

    init(key: SymmetricKey) { prepared = HMAC(key: key) }

    func of(_ bytes: [UInt8]) -> [UInt8] {
        var code = prepared
        code.update(data: bytes)
        return Array(code.finalize().prefix(Self.length))
    }

    /// In constant time.
    func isRight(_ stamp: some Collection<UInt8>, for bytes: [UInt8]) -> Bool {
        guard stamp.count == Self.length else { return false }
        return zip(of(bytes), stamp).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
