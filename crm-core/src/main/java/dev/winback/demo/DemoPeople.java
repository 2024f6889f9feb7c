package dev.winback.demo;

import dev.winback.shared.Sql;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Names, towns and addresses of invented people in the scripts that a firm's customers really use.
 * Their numbers ring nobody: those of Cologne, London and 555-01 are kept for films, the others are
 * too short or of no district.
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
      Sql.of(DemoPeople.class, "countries.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(DemoPeople::country)
          .toList();

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

  private static Country country(String line) {
    var parts = line.split(" \\| ");
    return new Country(
        parts[0], parts[1], parts[2], parts[3], names(parts[4]), names(parts[5]), names(parts[6]));
  }

  private static List<String> names(String list) {
    return List.of(list.split(", "));
  }

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
        number % 19 == 0 ? null : phone(country, number),
        pick(country.towns(), random),
        country.code(),
        country.language(),
        country.zone(),
        number % 23 == 0 ? "email" : null,
        number % 29 == 0 ? null : number % 2 == 0 ? "rep" : "rep2",
        reachable ? Boolean.TRUE : consent(number));
  }

  private static String phone(Country country, int number) {
    return country.dial().formatted(number, 2 + number / 100 % 8, number % 100);
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
