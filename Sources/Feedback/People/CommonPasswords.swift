/// What everybody tries first: words, keys side by side, names of clubs, places and people, in English and Vietnamese,
/// without marks. Gathered from what published lists of leaked passwords have in common; digits at the end of them
/// are left out where the rule takes care of digits by itself.
enum CommonPasswords {
    /// The longest first, so that "matkhaucuatoi" is found before "matkhau". Four letters at least.
    static let roots: [[UInt8]] = text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
        .sorted { $0.count > $1.count }

    private static let text = """
        password passw0rd passwort passport letmein welcome login signin logon qwerty qwertz azerty asdfgh asdf zxcvbn
        zxcv qazwsx qweasd 1qaz2wsx 1q2w3e4r 1q2w3e q1w2e3r4 zaq12wsx qwer1234 1234qwer abcd1234 abc123 a1b2c3
        aa123456 123abc admin administrator root user guest test tester testing demo default changeme change secret
        private master manager system server computer internet network office windows microsoft google facebook
        youtube android iphone samsung nokia sony toyota honda yamaha suzuki ferrari porsche mercedes audi ford nissan
        mazda kawasaki ducati vespa iloveyou ilovegod loveyou lovely lover loveme forever always foryou mylove
        sweetheart sweety honey darling babygirl babyboy princess prince angel devil heaven hello goodbye goodluck
        freedom friend friends family father mother mommy daddy brother sister grandma myself sunshine rainbow flower
        butterfly summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january
        february march april june july august september october november december football soccer baseball basketball
        hockey tennis golf running champion winner player gamer dragon monkey tiger lion eagle falcon panther wolf
        shadow ninja samurai warrior hunter killer ranger soldier captain pirate wizard batman superman spiderman
        ironman starwars pokemon pikachu naruto doraemon minecraft fortnite counter strike warcraft starcraft dota
        league legend legends matrix trustno1 access control security shield hacker phantom ghost phoenix thunder
        lightning storm hurricane volcano mountain river ocean island planet galaxy universe saturn jupiter mercury
        diamond golden silver platinum crystal purple orange yellow green black white banana apple cherry peach lemon
        coconut cookie cookies chocolate coffee pepper ginger cheese pizza burger chicken bubbles pretty beautiful
        handsome cool michael michelle jessica jennifer ashley daniel jordan andrew joshua matthew robert thomas
        charlie george harley william richard patrick steven anthony christian nicole amanda melissa elizabeth
        victoria alexander benjamin samantha liverpool arsenal chelsea manchester united barcelona madrid juventus
        milan bayern ronaldo messi rooney beckham neymar mbappe america england france germany russia china japan
        korea london paris newyork tokyo beijing singapore whatever nothing something anything nopassword mypassword
        yourpassword thepassword newpassword oldpassword passphrase password1 passwordpassword p4ssword pass word
        mypass passme opensesame sesame abracadabra hocuspocus correcthorsebatterystaple correcthorse batterystaple
        thequickbrownfox quickbrownfox jumpsoverthelazydog lazydog tobeornottobe maytheforcebewithyou theforce
        onceuponatime happybirthday merrychristmas happynewyear christmas helloworld goodmorning goodnight qwertyuiop
        asdfghjkl zxcvbnm poiuytrewq lkjhgfdsa mnbvcxz qazwsxedc qazxsw wsxedc edcrfv 147258369 159357 987654321
        123123 321321 112233 445566 121212 123321 654321 7777777 888888 666666 999999 11111 22222 33333 44444 55555
        66666 77777 88888 99999 00000 101010 131313 696969 777888 789456 147258 258369 159753 monkey123 dragon123
        hello123 love123 admin123 welcome1 test123 pass123 root123 user123 guest123 server123 matkhau matkhaucuatoi
        matkhaumoi matkhaucu matkhaumatkhau matma mabimat bimat bimatcuatoi khongcomatkhau quenmatkhau doimatkhau
        taikhoan dangnhap dangky nguoidung quantri quantrivien quanly quanlyhethong hethong maychu maytinh dienthoai
        thudientu congthongtin anhyeuem emyeuanh yeuanh yeuem yeunhau yeumai yeumaimai maimaiyeu maiyeu yeumotnguoi
        anhnhoem emnhoanh nhoanh nhoem anhvaem emvaanh anhhai anhtrai chigai emgai emtrai tinhyeu tinhban tinhdau
        mottinhyeu nguoiyeu vochong vokute conyeu concung contrai congai bome mebome chame yeubome yeume yeucha yeucon
        yeugiadinh giadinh giadinhtoi giadinhlaso1 toiyeuem toiyeuanh toiyeuban toiyeu toiyeuvietnam yeuvietnam
        toilatoi toilaai toila cuatoi cuaanh cuaem cuaminh banbe banthan bancu hocsinh sinhvien hoctap hoctot giaovien
        thaygiao cogiao truonghoc daihoc lophoc tuoitre tuoitho khongbiet khongco khongcogi khongthe khongquen
        khongnoi khongyeu khongbaogio hoilamgi lamgi lamsao taisao visao cogangnen cogang colen cogangle thanhcong
        thatbai maymman mayman maymangiau giaucosang phattai phatdat phatloc tailoc locphat loctai anlanh binhan
        binhyen hanhphuc hanhphucbennhau hanhphucmaimai vuive vuivekhongquau suckhoe chucmung chucmungnammoi
        chucmungsinhnhat sinhnhat nammoi tetnguyendan xuanmoi mungxuan giangsinh xinchao xinchaovietnam xinchaocacban
        chaoban camon xinloi tambiet hengaplai vietnam vietnamvodich vodich vietnamquetoi quehuong dattuoc datnuoc
        tuquoc totquoc tuhao doclap tudo doclaptudohanhphuc conghoaxahoichunghia conghoa xahoi chunghia nhandan
        dangcongsan bacho hochiminh hanoi saigon tphcm haiphong danang cantho dongnai bienhoa longkhanh
        longkhanhdongnai xuanloc binhduong vungtau dalat nhatrang khanhhoa thuathienhue quangninh halong quangnam
        quangngai quangtri quangbinh nghean hatinh thanhhoa namdinh thaibinh ninhbinh hanam hungyen haiduong bacninh
        bacgiang langson caobang hagiang laocai yenbai sonla dienbien laichau phutho vinhphuc thainguyen tuyenquang
        backan hoabinh binhdinh phuyen ninhthuan binhthuan gialai kontum daklak daknong lamdong binhphuoc tayninh
        longan tiengiang bentre travinh vinhlong dongthap angiang kiengiang haugiang soctrang baclieu camau phuquoc
        ubnd uyban uybannhandan motcua bophanmotcua hanhchinh hanhchinhcong thutuc thutuchanhchinh cchc caicach
        caicachhanhchinh phongnoivu noivu tuphap hotich chungthuc datdai taichinh congthuong laodong vanhoa giaoduc
        congan congannhandan quandoi bodoi canbo congchuc vienchuc chuyenvien chutich phochutich truongphong
        photruongphong vanphong vanthu ketoan luutru hopthu congvan congvu dichvu dichvucong hailong suhailong
        mucdohailong danhgia danhgiahailong phieudanhgia khaosat nguoidan phucvunguoidan phucvu nguyen nguyenvan
        nguyenvana nguyenthi nguyenthib tranvan tranthi levan lethi phamvan phamthi hoangvan hoangthi huynhvan
        huynhthi phanvan vuvan vothi dangvan buivan dovan hovan ngovan duongvan thanhthao thuhuong thuha thuhang
        thuthuy thuytrang thutrang minhanh minhduc minhtuan minhhoang minhquan anhtuan tuananh ngocanh ngoctrinh
        kimngan kimchi lananh lanhuong maihuong maianh hoanganh hoangnam hoanglong quanghuy quangminh ducanh duchuy
        trunghieu trungkien thanhtung thanhnam thanhdat quocanh quocbao giabao giahuy baongoc baotran phuonganh
        phuongthao hongnhung hongnhan tuyetmai bichngoc xuanmai bongda bongdavietnam manutd sontung sontungmtp mytam
        damvinhhung doremon conan tuyetvoi deptrai depgai xinhdep xinhgai dethuong dangyeu kutevodoi cuteo bimbim
        meocon chocon heocon gaucon thocon cunyeu motconvit baconmeo conheodat conbobiet chimse hoahong hoamai hoadao
        huongduong motngayyeuem mothaiba mothai haiba bonnam sautambay mothaibabon mothaibabonnam iloveyou123
        anhyeuem123 matkhau123 vietnam123 hanoi123 saigon123 admin2024 admin2025 admin2026 abc12345
        """
}
