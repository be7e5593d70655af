using System.Globalization;

namespace Platform.Governance.Demo;

/// <summary>Names, phone numbers and identity numbers that belong to nobody: drawn names, the unused number block 1990000xxxx, the invented division 999901.</summary>
public static class SyntheticPeople
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英华慧巧美娜静淑惠珠翠雅芝玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹霞香月莺媛瑞凡佳嘉琼勤珍贞莉桂叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓建国志刚文斌立平东海永健世广义兴良山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子";
    private static readonly int[] CheckWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>A name of two or three characters.</summary>
    /// <param name="draw">Where the chance comes from.</param>
    public static string Name(SeededDraw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var surname = Surnames[draw.Below(Surnames.Length)];
        var first = Given[draw.Below(Given.Length)];
        return draw.Below(5) == 0 ? $"{surname}{first}" : $"{surname}{first}{Given[draw.Below(Given.Length)]}";
    }

    /// <summary>A mobile number of the block 1990000xxxx.</summary>
    /// <param name="draw">Where the chance comes from.</param>
    public static string Phone(SeededDraw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return "1990000" + draw.Below(10_000).ToString("D4", CultureInfo.InvariantCulture);
    }

    /// <summary>An identity number of division 999901 with a correct check digit (GB 11643).</summary>
    /// <param name="draw">Where the chance comes from.</param>
    public static string IdentityNumber(SeededDraw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"999901{draw.Between(1940, 2001)}{draw.Between(1, 12):D2}{draw.Between(1, 28):D2}{draw.Below(1000):D3}");
        return body + CheckDigit(body);
    }

    /// <summary>The eighteenth character for seventeen digits (GB 11643, ISO 7064 MOD 11-2).</summary>
    /// <param name="body">Seventeen digits.</param>
    public static char CheckDigit(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var sum = CheckWeights.Select((weight, place) => weight * (body[place] - '0')).Sum();
        return "10X98765432"[sum % 11];
    }
}
