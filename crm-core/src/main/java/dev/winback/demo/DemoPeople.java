package dev.winback.demo;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Names, towns and addresses of invented people in the scripts that a firm's customers really use.
 */
final class DemoPeople {

  private record Country(
      String code,
      String language,
      String zone,
      String dial,
      List<String> towns,
      List<String> first,
      List<String> last) {}

  private static final List<Country> COUNTRIES =
      List.of(
          new Country(
              "DE",
              "de",
              "Europe/Berlin",
              "+4922155",
              List.of("Köln", "Bonn", "Münster", "Fürth"),
              List.of("Anna", "Jürgen", "Käthe", "Lukas", "Sabine", "Björn", "Heike", "Till"),
              List.of(
                  "Weber",
                  "Müller-Lüdenscheidt",
                  "Groß",
                  "Schäfer",
                  "Öztürk",
                  "von der Heide",
                  "Kraus",
                  "Jäger")),
          new Country(
              "GB",
              "en",
              "Europe/London",
              "+4420794",
              List.of("Leeds", "Bristol", "York"),
              List.of("Oliver", "Grace", "Siobhán", "Harry", "Imogen", "Dev"),
              List.of("O'Brien", "Smith", "Featherstonehaugh", "Patel", "Jones", "MacDonald")),
          new Country(
              "TR",
              "tr",
              "Europe/Istanbul",
              "+9021255",
              List.of("İstanbul", "İzmir", "Ankara"),
              List.of("İpek", "Çağla", "Oğuz", "Şule", "Emre"),
              List.of("Yıldız", "Özdemir", "Kılıç", "Şahin")),
          new Country(
              "UA",
              "uk",
              "Europe/Kyiv",
              "+3804455",
              List.of("Київ", "Львів", "Одеса"),
              List.of("Олена", "Тарас", "Їржі", "Софія", "Юрій"),
              List.of("Шевченко", "Ковальчук", "Бондар", "Ґудзь")),
          new Country(
              "GR",
              "el",
              "Europe/Athens",
              "+3021055",
              List.of("Αθήνα", "Πάτρα"),
              List.of("Ελένη", "Γιώργος", "Νίκος", "Δήμητρα"),
              List.of("Παπαδοπούλου", "Βλάχος", "Κωνσταντίνου")),
          new Country(
              "PL",
              "pl",
              "Europe/Warsaw",
              "+4822555",
              List.of("Łódź", "Kraków", "Gdańsk"),
              List.of("Grażyna", "Łukasz", "Zofia", "Michał"),
              List.of("Wiśniewska", "Żak", "Brzęczyszczykiewicz", "Nowak")),
          new Country(
              "JP",
              "ja",
              "Asia/Tokyo",
              "+813555",
              List.of("東京", "京都", "札幌"),
              List.of("美咲", "健太", "さくら", "翔"),
              List.of("田中", "山本", "小林", "髙橋")),
          new Country(
              "AE",
              "ar",
              "Asia/Dubai",
              "+971455",
              List.of("دبي", "الشارقة"),
              List.of("فاطمة", "محمد", "ليلى", "يوسف"),
              List.of("الهاشمي", "حداد", "المنصوري")),
          new Country(
              "IN",
              "hi",
              "Asia/Kolkata",
              "+9111555",
              List.of("दिल्ली", "मुंबई"),
              List.of("प्रिया", "अर्जुन", "आराध्या"),
              List.of("शर्मा", "गुप्ता", "चौधरी")),
          new Country(
              "US",
              "en",
              "America/New_York",
              "+1212555",
              List.of("Albany", "Boston"),
              List.of("Renée", "Zoë", "D'Andre", "José"),
              List.of("Núñez", "Van Buren", "Lee", "Washington-Ortega")));

  private static final List<String> FIRMS =
      List.of(
          "Weber GmbH",
          "Bäckerei Groß",
          "Żak i Synowie",
          "Jones & Daughters",
          "Yıldız Tekstil",
          "株式会社田中",
          "Olive & Figs Ltd");

  private DemoPeople() {}

  /**
   * The n-th customer; the same numbers come out of the same generator. Who is to get a letter in
   * the story has an address and a consent; of the others every 13th has no address, every 11th
   * said nothing and every 17th said no.
   */
  static DemoCustomer person(int number, boolean reachable, RandomGenerator random) {
    // half of the customers live where the firm does, the others everywhere
    var country = random.nextBoolean() ? COUNTRIES.get(0) : pick(COUNTRIES, random);
    var first = pick(country.first(), random);
    var last = pick(country.last(), random);
    return new DemoCustomer(
        "K-%04d".formatted(1000 + number),
        first,
        last,
        random.nextInt(9) == 0 ? pick(FIRMS, random) : null,
        !reachable && number % 13 == 0 ? null : address(number),
        number % 19 == 0 ? null : country.dial() + "%04d".formatted(number),
        pick(country.towns(), random),
        country.code(),
        country.language(),
        country.zone(),
        number % 23 == 0 ? "email" : null,
        number % 29 == 0 ? null : number % 2 == 0 ? "rep" : "rep2",
        reachable ? Boolean.TRUE : consent(number));
  }

  private static @Nullable Boolean consent(int number) {
    return number % 11 == 0 ? null : Boolean.valueOf(number % 17 != 0);
  }

  /** Never deliverable: example.org belongs to nobody (RFC 2606). */
  private static String address(int number) {
    return String.format(Locale.ROOT, "customer%04d@example.org", number);
  }

  private static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}
