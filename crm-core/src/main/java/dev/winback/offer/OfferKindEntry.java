package dev.winback.offer;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person says of a kind of offer; money and percents are texts as he typed them. */
public record OfferKindEntry(
    @Nullable String name,
    @Nullable String words,
    @Nullable String shape,
    @Nullable List<String> problems,
    @Nullable String reasons,
    @Nullable String percent,
    @Nullable String fixed,
    @Nullable String share,
    @Nullable Boolean approval) {

  public static final OfferKindEntry EMPTY =
      new OfferKindEntry(null, null, "extra", null, null, null, null, null, false);

  private static final Set<String> PROBLEMS = Set.of("price", "service", "both");
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_WORDS = 1_000;
  private static final int LEAST_OF_DEBT = 10;
  private static final int MOST_OF_DEBT = 50;

  @Nullable String givenName() {
    return text("name", name, LONGEST_NAME);
  }

  @Nullable String givenWords() {
    return text("words", words, LONGEST_WORDS);
  }

  private static @Nullable String text(String field, @Nullable String typed, int longest) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    var text = typed.strip();
    if (text.length() > longest) {
      throw Refused.field(field, "offer.refused.too-long", longest, text.length());
    }
    return text;
  }

  Shape givenShape() {
    return Shape.ofCode(shape == null ? "" : shape);
  }

  String[] givenProblems() {
    var given = problems == null ? List.<String>of() : problems;
    return given.stream().filter(PROBLEMS::contains).distinct().sorted().toArray(String[]::new);
  }

  String[] givenReasons() {
    var given = reasons == null ? "" : reasons;
    return Arrays.stream(given.split("[,\\s]+"))
        .filter(code -> !code.isBlank())
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  /** None for a shape that has no percent. */
  int givenPercent(Shape shape) {
    var given = number("percent", percent);
    if (!shape.percent()) {
      return 0;
    }
    if (given.stripTrailingZeros().scale() > 0) {
      throw Refused.field("percent", "offer.refused.number", given);
    }
    boolean debt = shape == Shape.DEBT;
    var least = BigDecimal.valueOf(debt ? LEAST_OF_DEBT : 1);
    OfferRules.between("percent", given, least, BigDecimal.valueOf(debt ? MOST_OF_DEBT : 100));
    return given.intValue();
  }

  BigDecimal givenFixed() {
    return number("fixed", fixed);
  }

  BigDecimal givenShare() {
    var given = number("share", share);
    OfferRules.between("share", given, BigDecimal.ZERO, BigDecimal.valueOf(100));
    return given;
  }

  private static BigDecimal number(String field, @Nullable String typed) {
    var text = typed == null || typed.isBlank() ? "0" : typed.strip().replace(',', '.');
    if (!text.matches("\\d{1,6}(\\.\\d{1,2})?")) {
      throw Refused.field(field, "offer.refused.number", typed == null ? "" : typed);
    }
    return new BigDecimal(text);
  }
}
