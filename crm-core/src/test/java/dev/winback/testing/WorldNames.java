package dev.winback.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** 500 names of people of many scripts (hold.md, T14), each time the same. */
public final class WorldNames {

  private static final int COUNT = 500;

  /** Names of which others are put together. */
  private static final List<String> SOME =
      List.of(
          "अनन्या",
          "क्षितिज",
          "রবীন্দ্রনাথ",
          "தமிழ்ச்செல்வி",
          "ಶ್ರೀನಿವಾಸ",
          "മോഹൻലാൽ",
          "ਗੁਰਪ੍ਰੀਤ",
          "සුනිල්",
          "محمد",
          "فاطمة الزهراء",
          "علی‌رضا",
          "שרה",
          "דוד בן־גוריון",
          "ዮሐንስ",
          "สมชาย",
          "ສົມພອນ",
          "ខេមរា",
          "王小明",
          "𠮷野",
          "齋藤",
          "さくら",
          "アントニオ",
          "김철수",
          "Владимир",
          "Їжакевич",
          "Γιώργος",
          "Արամ",
          "გიორგი",
          "Nguyê\u0303n Thi\u0323 Hu\u031bo\u031bng",
          "Łucja Żak",
          "Žofie Dvořáková",
          "Åsa Öberg",
          "A\u030Asa O\u0308berg",
          "İbrahim Çağlar",
          "Þórður",
          "O'Brien",
          "'t Hart",
          "d’Arc",
          "Kealoha ʻŌpūnui",
          "Jean-Luc",
          "María José",
          "X",
          "李",
          "ß",
          "Anna 👩‍💻",
          "Ren\u00e9",
          "Rene\u0301",
          "Ṣẹ́gun",
          "q\u0323\u0307",
          "ﬁona",
          "Ⅷ Henry",
          "ÅÅ",
          "Smith & Söhne <GmbH>",
          "{{name}}",
          "${x}",
          "N/A",
          "null");

  private WorldNames() {}

  public static List<String> all() {
    var names = new ArrayList<>(SOME);
    names.add("Ł".repeat(200));
    names.add("हि".repeat(100));
    var random = new Random(14);
    while (names.size() < COUNT) {
      names.add(one(random) + (random.nextBoolean() ? " " : "-") + one(random));
    }
    return names;
  }

  private static String one(Random random) {
    return SOME.get(random.nextInt(SOME.size()));
  }
}
