namespace Platform.Governance.Demo;

/// <summary>Names of 清源县, an invented county (division 999901): departments, towns and the posts of each kind of body.</summary>
internal static class CountyPlan
{
    /// <summary>Code of the county's Party committee.</summary>
    public const string Committee = "xian-dw";

    /// <summary>Code of the county's government.</summary>
    public const string Government = "xian-zf";

    /// <summary>Code of the liaison office (联系办).</summary>
    public const string Liaison = "xian-lxb";

    /// <summary>Code of the discipline inspection commission.</summary>
    public const string Discipline = "bm-jiwei";

    /// <summary>Code, name and short name of each department; true where it belongs to the Party's tree.</summary>
    public static IReadOnlyList<(string Code, string Name, string Short, bool Party)> Departments { get; } =
    [
        (Discipline, "清源县纪委监委", "县纪委监委", true), ("bm-zhengfa", "清源县委政法委员会", "县委政法委", true),
        ("bm-fayuan", "清源县人民法院", "县法院", false), ("bm-jianchayuan", "清源县人民检察院", "县检察院", false),
        ("bm-gongan", "清源县公安局", "县公安局", false), ("bm-sifa", "清源县司法局", "县司法局", false),
        ("bm-xinfang", "清源县信访局", "县信访局", false), ("bm-minzheng", "清源县民政局", "县民政局", false),
        ("bm-caizheng", "清源县财政局", "县财政局", false), ("bm-renshe", "清源县人力资源和社会保障局", "县人社局", false),
        ("bm-zhujian", "清源县住房和城乡建设局", "县住建局", false), ("bm-nongye", "清源县农业农村局", "县农业农村局", false),
        ("bm-ziran", "清源县自然资源局", "县自然资源局", false), ("bm-huanjing", "清源县生态环境局", "县生态环境局", false),
        ("bm-weijian", "清源县卫生健康局", "县卫健局", false), ("bm-yibao", "清源县医疗保障局", "县医保局", false),
        ("bm-jiaoyu", "清源县教育体育和科技局", "县教体科技局", false), ("bm-jiaotong", "清源县交通运输局", "县交通局", false),
        ("bm-shuili", "清源县水利局", "县水利局", false), ("bm-yingji", "清源县应急管理局", "县应急局", false),
        ("bm-shichang", "清源县市场监督管理局", "县市场监管局", false), ("bm-canlian", "清源县残疾人联合会", "县残联", false),
        ("bm-zhengshu", "清源县政务数据局", "县政务数据局", false), ("bm-fagai", "清源县发展和改革局", "县发改局", false),
        ("bm-wenlv", "清源县文化和旅游局", "县文旅局", false), ("bm-linye", "清源县林业局", "县林业局", false),
    ];

    /// <summary>The eleven towns.</summary>
    public static IReadOnlyList<string> Towns { get; } =
        ["城关镇", "池水镇", "云雾镇", "柳溪镇", "两岔镇", "石坪镇", "后坝镇", "熨斗坪镇", "饶口镇", "迎凤镇", "中坝镇"];

    /// <summary>Stations of each town.</summary>
    public static IReadOnlyList<(string Code, string Name)> Stations { get; } =
    [
        ("nongye", "农业综合服务站"), ("shebao", "社会保障服务站"), ("gongyong", "公用事业服务站"),
        ("jingji", "经济发展办公室"), ("shichang", "市场监督管理所"), ("sifa", "司法所"),
    ];

    /// <summary>First characters of village names.</summary>
    public static IReadOnlyList<string> VillageHeads { get; } =
        ["青", "双", "明", "红", "新", "长", "安", "庙", "板", "龙", "凤", "枫", "柏", "杨", "竹"];

    /// <summary>Second characters of village names.</summary>
    public static IReadOnlyList<string> VillageTails { get; } = ["桥", "坪", "沟", "湾", "岭", "河", "坝", "垭", "塘", "泉"];

    /// <summary>How many villages the county has.</summary>
    public const int Villages = 150;

    /// <summary>The people who can sign in to the demonstration, by unit and post.</summary>
    public static IReadOnlyDictionary<(string Unit, string Post), (string Code, string Name)> SignIns { get; } =
        new Dictionary<(string, string), (string, string)>
        {
            [(Liaison, Posts.Registrar)] = ("dengji", "王晓梅"),
            [(Liaison, Posts.Director)] = ("lianxi", "刘建国"),
            [(Liaison, Posts.Supervisor)] = ("duban", "赵立新"),
            [(Liaison, Posts.Visitor)] = ("huifang", "陈雅芝"),
            [(Committee, Posts.Secretary)] = ("shuji", "张国栋"),
            [(Committee, Posts.DeputySecretary)] = ("fushuji", "周文斌"),
            [(Committee, Posts.Leader)] = ("fenguan", "孙志刚"),
            [("bm-zhujian", Posts.Receiver)] = ("zhujian", "李玉萍"),
            [("bm-zhujian", Posts.Handler)] = ("zhujian-cb", "吴学明"),
            [("bm-zhujian", Posts.Head)] = ("zhujian-fz", "郑永福"),
            [("z01-zzzx", Posts.Director)] = ("zhen", "何春兰"),
            [(Discipline, Posts.Inspector)] = ("jiwei", "高正清"),
            [("bm-zhengshu", "流程管理员")] = ("admin", "罗明华"),
            [("bm-zhengshu", "流程审核员")] = ("shenhe", "许文静"),
            [("bm-zhengshu", "运维员")] = ("yunwei", "梁新宇"),
        };

    /// <summary>Names of posts that the process refers to.</summary>
    internal static class Posts
    {
        public const string Secretary = "书记";
        public const string DeputySecretary = "副书记";
        public const string Leader = "分管领导";
        public const string Director = "主任";
        public const string Registrar = "登记员";
        public const string Supervisor = "督办员";
        public const string Visitor = "回访员";
        public const string Head = "负责人";
        public const string Receiver = "签收员";
        public const string Handler = "承办人";
        public const string Inspector = "监督员";
    }
}
