/// What is wrong with the address of a mail server. Holds nothing of the address, which may contain a password.
package enum MailURLFault: Error, Hashable, CustomStringConvertible {
    case scheme
    case path
    case login
    case percent
    case host
    case port
    case helo
    case authorities

    package var description: String {
        "Địa chỉ máy chủ thư không dùng được: \(reason). Ví dụ đúng: smtp://ten:matkhau@thu.coquan.vn:587"
    }

    private var reason: String {
        switch self {
        case .scheme: "phải bắt đầu bằng smtp:// hoặc smtps://"
        case .path: "sau tên máy chủ và cổng không được có gì thêm; dấu / ? # trong mật khẩu phải viết là %2F %3F %23"
        case .login: "trước dấu @ phải có cả tên đăng nhập và mật khẩu, cách nhau bằng dấu hai chấm"
        case .percent: "tên đăng nhập hoặc mật khẩu có mã phần trăm sai; dấu % phải viết là %25"
        case .host: "tên máy chủ chỉ gồm chữ không dấu, số, dấu chấm và gạch nối"
        case .port: "cổng phải là số từ 1 đến 65535"
        case .helo: "tên máy này dùng để chào máy chủ thư không hợp lệ"
        case .authorities: "không đọc được tệp chứng thư gốc"
        }
    }
}
