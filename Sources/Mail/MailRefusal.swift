/// Why a value was not let into a message. Holds nothing of the value, so that it may be logged.
package enum MailRefusal: Error, Hashable, CustomStringConvertible {
    case address
    case messageID

    package var description: String {
        switch self {
        case .address: "Địa chỉ thư không hợp lệ: cần dạng ten@coquan.vn, chỉ gồm chữ không dấu, số và dấu thường dùng."
        case .messageID: "Mã thư (Message-ID) không hợp lệ: cần dạng ma@tenmien, tối đa 200 ký tự."
        }
    }
}
